//! Calling functions by name, asking for functions, the end of the program.

use crate::arrays::Callback;
use crate::prelude::*;
use phpc_core::calls::{self, native::Call};
use phpc_core::engine::shutdown;
use phpc_core::units::functions as table;

pub(crate) static FUNCTIONS: Functions = functions![
    call_user_func, call_user_func_array, forward_static_call, forward_static_call_array, function_exists, get_defined_functions,
    register_shutdown_function, exit, die, func_get_arg, func_get_args, func_num_args,
];

#[php_function("call_user_func(callable $callback, mixed ...$args): mixed")]
fn call_user_func(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let callback = Callback::new(cx, call.arg(0))?;
    let args = call.rest(1).to_vec();
    let named = call.named.take().map(named_arguments).unwrap_or_default();
    calls::call_named(cx, callback.callable(), args, named)
}

fn named_arguments(named: Array) -> Vec<(Str, Value)> {
    let by_name = |(key, value): (Key<'_>, phpc_core::Elem<'_>)| match key {
        Key::Str(name) => Some((name.clone(), value.to_value())),
        Key::Int(_) => None,
    };
    named.iter_raw().filter_map(by_name).collect()
}

#[php_function("call_user_func_array(callable $callback, array $args): mixed")]
fn call_user_func_array(cx: &mut Cx, callback: &Value, args: &Array) -> Result<Value> {
    let callback = Callback::new(cx, callback)?;
    let (args, named) = calls::split_arguments(cx, args)?;
    calls::call_named(cx, callback.callable(), args, named)
}

#[php_function("forward_static_call(callable $callback, mixed ...$args): mixed")]
fn forward_static_call(cx: &mut Cx, callback: &Value, args: &[Value]) -> Result<Value> {
    let callback = forwarded(cx, callback)?;
    calls::call(cx, &callback, args.to_vec())
}

#[php_function("forward_static_call_array(callable $callback, array $args): mixed")]
fn forward_static_call_array(cx: &mut Cx, callback: &Value, args: &Array) -> Result<Value> {
    let callback = forwarded(cx, callback)?;
    let (args, named) = calls::split_arguments(cx, args)?;
    calls::call_named(cx, &callback, args, named)
}

/// The callee on the class that `static` means here, if that descends from the callee's.
fn forwarded(cx: &mut Cx, callback: &Value) -> Result<calls::Callable> {
    let mut callable = Callback::new(cx, callback)?.callable().clone();
    if let (calls::Target::Class(class), Some(here)) = (&callable.target, phpc_core::traces::current_static())
        && here.is_subclass_of(class)
    {
        callable.target = calls::Target::Class(here);
    }
    Ok(callable)
}

#[php_function("function_exists(string $function): bool", READS_GLOBAL)]
fn function_exists(function: &Str) -> bool {
    table::lookup(function).is_some()
}

#[php_function("get_defined_functions(bool $exclude_disabled = true): array", READS_GLOBAL)]
fn get_defined_functions(exclude_disabled: bool) -> Array {
    let _ = exclude_disabled;
    let (internal, user) = table::names();
    let list = |names: Vec<phpc_core::names::Name>| names.into_iter().map(|name| name.str()).collect::<Array>();
    let mut result = Array::new();
    result.set_bytes(b"internal", list(internal));
    result.set_bytes(b"user", list(user));
    result
}

#[php_function("register_shutdown_function(callable $callback, mixed ...$args): void")]
fn register_shutdown_function(callback: &Value, args: &[Value]) {
    shutdown::register(callback.clone(), args.to_vec());
}


/// Ends the program: prints a string, or takes an int as the status.
#[php_function("exit(string|int $status = 0): never")]
fn exit(cx: &mut Cx, status: &Value) -> Result<Value> {
    leave(cx, status)
}

#[php_function("die(string|int $status = 0): never")]
fn die(cx: &mut Cx, status: &Value) -> Result<Value> {
    leave(cx, status)
}

fn leave(cx: &mut Cx, status: &Value) -> Result<Value> {
    if let Some(text) = status.as_str() {
        phpc_core::engine::output::write(cx, text);
    }
    Err(shutdown::exit(status.as_int().unwrap_or(0) as i32))
}

/// The arguments of the running PHP function with their current values.
fn running_arguments(cx: &mut Cx, name: &str) -> Result<Vec<Value>> {
    let frame = phpc_core::traces::walk().find(phpc_core::traces::Frame::is_user);
    match frame.filter(|frame| frame.kind == phpc_core::traces::FrameKind::Function) {
        Some(frame) => Ok(frame.args()),
        None if name == "func_num_args" => Err(cx.throw_error("func_num_args() must be called from a function context")),
        None => Err(cx.throw_error(&format!("{name}() cannot be called from the global scope"))),
    }
}

#[php_function("func_get_arg(int $position): mixed")]
fn func_get_arg(cx: &mut Cx, position: i64) -> Result<Value> {
    let args = running_arguments(cx, "func_get_arg")?;
    if position < 0 {
        return Err(cx.throw_value_error("func_get_arg(): Argument #1 ($position) must be greater than or equal to 0"));
    }
    match args.get(position as usize) {
        Some(value) => Ok(value.clone()),
        None => Err(cx.throw_value_error(
            "func_get_arg(): Argument #1 ($position) must be less than the number of the arguments passed to the currently executed function",
        )),
    }
}

#[php_function("func_get_args(): array")]
fn func_get_args(cx: &mut Cx) -> Result<Array> {
    Ok(running_arguments(cx, "func_get_args")?.into_iter().collect())
}

#[php_function("func_num_args(): int")]
fn func_num_args(cx: &mut Cx) -> Result<i64> {
    Ok(running_arguments(cx, "func_num_args")?.len() as i64)
}
