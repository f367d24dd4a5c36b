//! The position table of a unit: abi `position` written out.

use crate::compile::{Code, FrameOffsets};
use phpc_abi::position::{CallSite, ENTRY, FrameLayout, Home, LINE, NONE, Position, PositionHeader};
use phpc_ir::ssa::Func;

#[derive(Default)]
pub(crate) struct PositionTable {
    call_sites: Vec<CallSite>,
    positions: Vec<Position>,
    frames: Vec<FrameLayout>,
    homes: Vec<Home>,
}

impl PositionTable {
    /// Adds a body's code, which lies `offset` behind the unit's code start.
    pub(crate) fn add_body(&mut self, func: &Func, code: &Code, offset: u32) {
        let frame = code.frame.as_ref().map_or(NONE, |frame| self.add_frame(frame));
        let inlined: Vec<u32> =
            code.inlined.iter().map(|frame| frame.as_ref().map_or(NONE, |frame| self.add_frame(frame))).collect();
        let first = self.positions.len() as u32;
        for position in &func.positions {
            self.positions.push(Position {
                line: position.line,
                function: position.function.func.0,
                inlined_at: position.inlined_at.map_or(NONE, |at| first + at.0),
                frame: if position.inlined_at.is_none() { frame } else { inlined[position.inlined as usize] },
                passed: position.passed.unwrap_or(NONE),
            });
        }
        self.add_call_sites(code, offset, first);
    }

    /// A generic entry: its calls for binding arguments have the function's first line; walkers pass over its frame.
    pub(crate) fn add_entry(&mut self, function: u32, line: u32, code: &Code, offset: u32) {
        let frame = code.frame.as_ref().map_or(NONE, |frame| self.add_frame(frame));
        let first = self.positions.len() as u32;
        self.positions.push(Position { line, function, inlined_at: NONE, frame: NONE, passed: NONE });
        self.positions.push(Position { line, function, inlined_at: NONE, frame, passed: ENTRY });
        self.add_call_sites(code, offset, first);
    }

    fn add_call_sites(&mut self, code: &Code, offset: u32, first: u32) {
        let sites = code.call_sites.iter().map(|&(at, position)| (at, first + position));
        let lines = code.loop_lines.iter().map(|&(at, position)| (at, first + position | LINE));
        let start = self.call_sites.len();
        self.call_sites.extend(sites.chain(lines).map(|(at, position)| CallSite { offset: offset + at, position }));
        // A call that returns where a line begins stands first.
        self.call_sites[start..].sort_by_key(|site| site.offset);
    }

    fn add_frame(&mut self, frame: &FrameOffsets) -> u32 {
        self.frames.push(FrameLayout {
            first_home: self.homes.len() as u32,
            home_count: frame.homes.len() as u32,
            this_offset: frame.this.0,
            this_kind: frame.this.1,
            function_offset: frame.function,
            extra_offset: frame.extra,
            count_offset: frame.count,
        });
        self.homes.extend(&frame.homes);
        self.frames.len() as u32 - 1
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let header = PositionHeader {
            call_sites: self.call_sites.len() as u32,
            positions: self.positions.len() as u32,
            frames: self.frames.len() as u32,
            homes: self.homes.len() as u32,
        };
        let mut out = Vec::new();
        let mut put = |words: &[u32]| words.iter().for_each(|word| out.extend(word.to_le_bytes()));
        put(&[header.call_sites, header.positions, header.frames, header.homes]);
        self.call_sites.iter().for_each(|site| put(&[site.offset, site.position]));
        self.positions.iter().for_each(|it| put(&[it.line, it.function, it.inlined_at, it.frame, it.passed]));
        for it in &self.frames {
            let (this, function, extra) = (it.this_offset as u32, it.function_offset as u32, it.extra_offset as u32);
            put(&[it.first_home, it.home_count, this, it.this_kind, function, extra, it.count_offset as u32]);
        }
        self.homes.iter().for_each(|home| put(&[home.offset as u32, home.tag]));
        out
    }
}
