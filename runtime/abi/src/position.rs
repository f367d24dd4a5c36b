//! The position table of a unit: from return addresses to lines, functions and home slots. Written by codegen, read by the
//! runtime's frame walker. Three arrays of fixed-size records behind a [`PositionHeader`], 4-byte aligned.

/// At the start of `CompiledUnit::positions`.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct PositionHeader {
    pub call_sites: u32,
    pub positions: u32,
    pub frames: u32,
    pub homes: u32,
    // call_sites × CallSite, positions × Position, frames × FrameLayout, homes × Home follow
}

/// Sorted by `offset`.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct CallSite {
    /// Return address relative to `CompiledUnit::code_start`.
    pub offset: u32,
    /// With [`LINE`], `NONE` included, no call returns here: code begins whose line may be asked for when a loop is interrupted.
    pub position: u32,
}
pub const LINE: u32 = 1 << 31;

#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Position {
    pub line: u32,
    /// `FuncIndex` in the unit.
    pub function: u32,
    /// Position of the call into which this was inlined, or `NONE`.
    pub inlined_at: u32,
    /// Index of the [`FrameLayout`] of this function's (or inlined body's) parameters, or `NONE`.
    pub frame: u32,
    /// Of a call that leaves out optional arguments: how many it passes. [`ENTRY`]: a generic entry calls its body after
    /// binding; `frame` tells where it keeps count and surplus, and no frame is shown for it. Else `NONE`.
    pub passed: u32,
}
pub const ENTRY: u32 = u32::MAX - 1;
pub const NONE: u32 = u32::MAX;

/// Where the current values of a function's parameters, its `$this` and its function descriptor lie in a frame.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct FrameLayout {
    /// First of `home_count` homes: one for each parameter, in order.
    pub first_home: u32,
    pub home_count: u32,
    /// Frame-pointer-relative byte offset of a word with the `*ObjectHeader` of `$this` or the static class; 0: none.
    pub this_offset: i32,
    /// 0 none, 1 object, 2 class.
    pub this_kind: u32,
    /// Offset of a word with the `*FuncHead` where it is not the unit's own (trait methods, closures); 0: the unit's cell.
    pub function_offset: i32,
    /// Offset of a word with the `*ArrayHeader` of surplus arguments; 0: none.
    pub extra_offset: i32,
    /// Offset of a word whose low 32 bits are the number of arguments passed (traces show no defaults); 0: as many as there
    /// are homes.
    pub count_offset: i32,
}

#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Home {
    /// Frame-pointer-relative byte offset of the payload (of the 16-byte value for `TAGGED`).
    pub offset: i32,
    /// The value's tag if static, else `TAGGED`.
    pub tag: u32,
}
pub const TAGGED: u32 = u32::MAX;
