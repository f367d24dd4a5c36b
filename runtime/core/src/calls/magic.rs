//! `__call` and `__callStatic`: functions that stand for methods which do not exist or may not be called.

use std::cell::RefCell;
use std::collections::BTreeMap;

use phpc_abi::decl::Modifiers;
use phpc_abi::signature::empty_function;

use super::func::{Body, Func, FuncParts};
use super::native::native_entry;
use super::{Target, enter_with};
use crate::classes::{ClassRef, FuncRef};
use crate::global::Global;
use crate::names::Name;
use crate::{Array, Cx, Object, Result, Value};

static TRAMPOLINES: Global<RefCell<BTreeMap<(usize, Vec<u8>), FuncRef>>> = Global::new(RefCell::new(BTreeMap::new()));

/// The function that calls `target` (`__call`, `__callStatic`) under the name of the missing method.
pub fn trampoline(target: FuncRef, name: &[u8]) -> FuncRef {
    let key = (std::ptr::from_ref(target) as usize, name.to_vec());
    // SAFETY: changed through the cell only, on the one PHP thread.
    let table = unsafe { &*TRAMPOLINES.as_ptr() };
    if let Some(func) = table.borrow().get(&key) {
        return func;
    }
    let mut decl = empty_function();
    decl.name = name.into();
    decl.deprecated = target.decl.deprecated;
    let modifiers = Modifiers::PUBLIC.union(if target.is_static() { Modifiers::STATIC } else { Modifiers(0) });
    let func = Func::new(FuncParts {
        name: Name::new(name),
        decl: Box::leak(Box::new(decl)),
        class: target.class,
        declared_in: target.declared_in,
        modifiers,
        body: Body::MagicCall { target },
        entry: native_entry,
    });
    table.borrow_mut().insert(key, func);
    func
}

/// Runs a trampoline.
pub fn call(
    _: &mut Cx,
    func: FuncRef,
    target: FuncRef,
    this: Option<&Object>,
    class: Option<ClassRef>,
    args: &mut [Value],
    named: Option<Array>,
) -> Result<Value> {
    let mut list: Array = args.iter_mut().map(|arg| std::mem::take(arg).into_plain()).collect();
    for (key, value) in named.iter().flat_map(|named| named.iter()) {
        list.set(key, value.to_value());
    }
    let target_of = match (this, class) {
        (Some(this), _) if !target.is_static() => Target::This(this.clone()),
        (Some(this), _) => Target::Class(this.class_ref()),
        (None, class) => Target::of_class(class.or(func.class)),
    };
    enter_with(target, &target_of, [func.name.str().into(), list.into()])
}
