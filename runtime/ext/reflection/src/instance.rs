//! Making objects by reflection.

use phpc_core::behaviour::{self, create};
use phpc_core::calls::native::Call;
use phpc_core::calls::{self, Callable, Target};
use phpc_core::classes::FuncRef;
use phpc_core::classes::display::class_name;
use phpc_core::{Array, Cx, Key, Object, Result, Str, Value, message};

use crate::subject::{class, throw};

/// Runs the constructor of a new object.
pub(crate) fn construct(
    cx: &mut Cx,
    object: Object,
    constructor: FuncRef,
    args: Vec<Value>,
    named: Vec<(Str, Value)>,
) -> Result<Value> {
    let callable = Callable { func: constructor, target: Target::This(object.clone()), closure: None };
    let made = calls::call_named(cx, &callable, args, named);
    if made.is_err() {
        object.suppress_destructor();
    }
    made?;
    Ok(object.into())
}

/// Named arguments that a variadic method collected.
pub(crate) fn named(call: &mut Call) -> Vec<(Str, Value)> {
    let named = call.named.take().unwrap_or_default();
    named
        .iter_raw()
        .filter_map(|(key, value)| match key {
            Key::Str(name) => Some((name.clone(), value.to_value())),
            Key::Int(_) => None,
        })
        .collect()
}

pub(crate) fn new_instance(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let named = named(call);
    let args = call.rest(0).to_vec();
    make(cx, call, args, named)
}

pub(crate) fn new_instance_args(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (args, named) = calls::split_arguments(cx, &call.array_opt(0).unwrap_or_else(Array::new))?;
    make(cx, call, args, named)
}

fn make(cx: &mut Cx, call: &Call, args: Vec<Value>, named: Vec<(Str, Value)>) -> Result<Value> {
    let class = class(cx, call)?;
    let object = behaviour::instantiate(cx, class)?;
    match class.magic.constructor {
        Some(constructor) if !constructor.is_public() => {
            object.suppress_destructor();
            throw(cx, message!("Access to non-public constructor of class ", class_name(class)))
        }
        Some(constructor) => construct(cx, object, constructor, args, named),
        None if args.is_empty() && named.is_empty() => Ok(object.into()),
        None => throw(cx, message!(
            "Class ", class_name(class), " does not have a constructor, so you cannot pass any constructor arguments"
        )),
    }
}

pub(crate) fn without_constructor(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let class = class(cx, call)?;
    if class.is_builtin() && class.handlers.create.is_some() && class.is_final() {
        return throw(cx, message!(
            "Class ", class_name(class), " is an internal class marked as final that cannot be instantiated without invoking its \
             constructor"
        ));
    }
    if class.is_abstract || class.is_enum() {
        return Ok(behaviour::instantiate(cx, class)?.into());
    }
    Ok(create::instance(cx, class)?.into())
}
