//! Named arguments: from names to places.

use phpc_abi::layout::CALL_MAY_HAVE_UNDEF;

use crate::classes::FuncRef;
use crate::exceptions::{throw_argument_count_error, throw_error};
use crate::message;
use crate::{Array, Cx, Result, Str, Value};

/// Puts named arguments where the parameters are. Places skipped are UNDEF; names that no parameter has go to a variadic
/// parameter's array.
pub fn place(
    cx: &mut Cx,
    func: FuncRef,
    mut args: Vec<Value>,
    named: Vec<(Str, Value)>,
) -> Result<(Vec<Value>, Option<Array>, u64)> {
    let mut extra: Option<Array> = None;
    for (name, value) in named {
        match position(func, &name) {
            Some(at) => put(cx, &mut args, at, &name, value)?,
            None if func.is_variadic() || matches!(func.body, super::func::Body::MagicCall { .. }) => {
                let array = extra.get_or_insert_with(Array::new);
                array.set_str(&name, value);
            }
            None => return throw_error(cx, message!("Unknown named parameter $", &*name)),
        }
    }
    let flags = check(cx, func, &args)?;
    Ok((args, extra, flags))
}

/// The parameter called `name`, not counting a variadic one.
pub fn position(func: FuncRef, name: &[u8]) -> Option<usize> {
    func.params.iter().position(|param| !param.decl.variadic && *param.name == *name)
}

/// Stores one named argument.
pub fn put(cx: &mut Cx, args: &mut Vec<Value>, at: usize, name: &[u8], value: Value) -> Result {
    if args.len() <= at {
        args.resize_with(at + 1, || Value::UNDEF);
    }
    if !args[at].is_undef() {
        return throw_error(cx, message!("Named parameter $", name, " overwrites previous argument"));
    }
    args[at] = value;
    Ok(())
}

/// Required parameters before the last given one must have been passed. The flag for holes.
pub fn check(cx: &mut Cx, func: FuncRef, args: &[Value]) -> Result<u64> {
    let mut flags = 0;
    for (number, arg) in args.iter().enumerate() {
        if !arg.is_undef() {
            continue;
        }
        flags = CALL_MAY_HAVE_UNDEF;
        if func.params.get(number).is_some_and(|param| !param.is_optional()) {
            return throw_argument_count_error(cx, message!(super::native::argument(func, number), " not passed"));
        }
    }
    Ok(flags)
}
