//! Symbol tables of running functions whose locals can be reached by name: abi `SymbolFrame`.

use crate::calls::func::Func;
use crate::engine::globals;
use crate::global::Global;
use crate::{Array, Cx, Key, Result, Str, Value};
use phpc_abi::layout::SymbolFrame;
use phpc_abi::value::RawValue;

/// The caller's frame of the builtin called next; null: the global scope. [`NOBODY`]: emitted code told none, so the call is
/// by a computed name.
static CALLER: Global<*mut SymbolFrame> = Global::new(NOBODY);
const NOBODY: *mut SymbolFrame = std::ptr::dangling_mut();

/// Variables of a frame that are no locals, each in a place that stays.
type Others = Vec<(Str, Box<RawValue>)>;

pub fn set_caller(frame: *mut u8) {
    CALLER.set(frame.cast());
}

/// The symbol table that a builtin such as `extract` works on.
#[derive(Clone, Copy)]
pub struct Scope(*mut SymbolFrame);

/// The scope of the caller of builtin `name`, as emitted code told it just before.
pub fn caller(cx: &mut Cx, name: &str) -> Result<Scope> {
    let caller = CALLER.get();
    CALLER.set(NOBODY);
    if caller == NOBODY {
        return Err(cx.throw_error(format!("Cannot call {name}() dynamically")));
    }
    Ok(Scope(caller))
}

impl Scope {
    /// The variable's place; None: there is none and none was to be made.
    pub fn slot(self, name: &Str, create: bool) -> Option<*mut RawValue> {
        if self.0.is_null() {
            return if create { Some(globals::slot(name)) } else { globals::find(name) };
        }
        // SAFETY: emitted code's frame of a function that is running.
        unsafe {
            let func = Func::from_head((*self.0).func);
            let locals = self.0.add(1).cast::<RawValue>();
            if let Some(at) = func.decl.locals.iter().position(|local| **local == **name) {
                return Some(locals.add(at));
            }
            let others = (*self.0).others.cast::<Others>();
            if let Some(others) = others.as_mut()
                && let Some((_, value)) = others.iter_mut().find(|(known, _)| known == name)
            {
                return Some(&raw mut **value);
            }
            if !create {
                return None;
            }
            if others.is_null() {
                (*self.0).others = Box::into_raw(Box::<Others>::default()).cast();
            }
            let others = &mut *(*self.0).others.cast::<Others>();
            others.push((name.clone(), Box::new(RawValue::UNDEF)));
            Some(&raw mut *others.last_mut().expect("just pushed").1)
        }
    }

    /// The variable, references followed; None: it is not set.
    pub fn get(self, name: &Str) -> Option<Value> {
        let slot = self.slot(name, false)?;
        // SAFETY: a valid variable.
        let value = unsafe { Value::from_borrowed(*slot) };
        if value.is_undef() { None } else { Some(value.deref()) }
    }

    /// All that are set, in order; references as such.
    pub fn all(self) -> Array {
        if self.0.is_null() {
            return globals::all();
        }
        let mut all = Array::new();
        // SAFETY: as in `slot`.
        unsafe {
            let func = Func::from_head((*self.0).func);
            let locals = self.0.add(1).cast::<RawValue>();
            for (at, name) in func.decl.locals.iter().enumerate() {
                let value = Value::from_borrowed(*locals.add(at));
                if !value.is_undef() {
                    all.set(Key::normalise(&Str::new(name)), value);
                }
            }
            if let Some(others) = (*self.0).others.cast::<Others>().as_ref() {
                for (name, value) in others {
                    let value = Value::from_borrowed(**value);
                    if !value.is_undef() {
                        all.set(Key::normalise(name), value);
                    }
                }
            }
        }
        all
    }
}

/// `$$name` in the function with this frame.
pub fn slot(frame: *mut u8, name: &Str, create: bool) -> *mut RawValue {
    Scope(frame.cast()).slot(name, create).unwrap_or_else(|| {
        // Reading an absent variable: a place of its own that holds nothing.
        static NOTHING: Global<RawValue> = Global::new(RawValue::UNDEF);
        NOTHING.as_ptr()
    })
}

/// The function ends: releases the variables that are no locals.
pub fn free(frame: *mut u8) {
    let frame = frame.cast::<SymbolFrame>();
    // SAFETY: emitted code's frame; `others` is ours.
    unsafe {
        let others = (*frame).others.cast::<Others>();
        (*frame).others = std::ptr::null_mut();
        if !others.is_null() {
            for (_, value) in *Box::from_raw(others) {
                drop(Value::from_raw(*value));
            }
        }
        if CALLER.get() == frame {
            CALLER.set(std::ptr::null_mut());
        }
    }
}

/// The frame that the unit run next works on.
static INCLUDE: Global<*mut u8> = Global::new(std::ptr::null_mut());

pub fn set_include(frame: *mut u8) {
    INCLUDE.set(frame);
}

/// The top-level code of an included unit asks once, when it begins.
pub fn take_include() -> *mut u8 {
    INCLUDE.replace(std::ptr::null_mut())
}
