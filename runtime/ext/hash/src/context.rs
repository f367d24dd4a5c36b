//! Hashes in pieces: `hash_init`, `hash_update`, `hash_final`, and the class HashContext.

use crate::algorithms::{Hasher, find, padded_key};
use crate::functions::shown;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use phpc_core::extension::value_error;
use phpc_core::{Array, Cx, Object, Result, Str, Value, functions, php_constants};
use phpc_macros::php_function;
use std::any::Any;
use std::cell::RefCell;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![hash_init, hash_update, hash_update_stream, hash_update_file, hash_final, hash_copy];
pub(crate) static CLASSES: &[&BuiltinClass] = &[&HASH_CONTEXT];

php_constants! {
    HASH_HMAC: Int = 1;
}

static HASH_CONTEXT: BuiltinClass = BuiltinClass {
    methods: &[BuiltinFunction::new("private __construct()", |_, _| Ok(Value::NULL))],
    handlers: Handlers { create: Some(|_, _| Box::new(State(RefCell::new(None)))), not_serializable: true, ..Handlers::NONE },
    ..BuiltinClass::new("final class HashContext")
};

struct Running {
    hasher: Box<dyn Hasher>,
    /// HMAC: the algorithm and the padded key, for the outer hash.
    outer: Option<(Vec<u8>, Vec<u8>)>,
}

/// None: finished.
struct State(RefCell<Option<Running>>);

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        let copy = self.0.borrow().as_ref().map(|running| Running { hasher: running.hasher.copy(), outer: running.outer.clone() });
        Some(Box::new(State(RefCell::new(copy))))
    }
}

fn context(cx: &mut Cx, running: Running) -> Result<Object> {
    let class = phpc_core::classes::table::class_table().known("hashcontext");
    let object = phpc_core::behaviour::create::instance(cx, class)?;
    if let Some(state) = object.native::<State>() {
        *state.0.borrow_mut() = Some(running);
    }
    Ok(object)
}

#[php_function(r#"hash_init(string $algo, int $flags = 0, string $key = "", array $options = []): HashContext"#, THROWS | ALLOCATES)]
fn hash_init(cx: &mut Cx, algo: &Str, flags: i64, key: &Str, options: &Array) -> Result<Object> {
    let _ = options;
    let Some(mut hasher) = find(algo) else { return Err(value_error(cx, 1, "must be a valid hashing algorithm")) };
    let mut outer = None;
    if flags & HASH_HMAC != 0 {
        if hasher.block() == 0 {
            return Err(value_error(cx, 1, "must be a cryptographic hashing algorithm if HMAC is requested"));
        }
        if key.is_empty() {
            return Err(value_error(cx, 3, "must not be empty when HMAC is requested"));
        }
        let key = padded_key(algo, key, hasher.block());
        hasher.update(&key.iter().map(|byte| byte ^ 0x36).collect::<Vec<u8>>());
        outer = Some((algo.to_vec(), key));
    }
    context(cx, Running { hasher, outer })
}

/// Feeds a context that is not finished.
fn feed(cx: &mut Cx, object: &Object, bytes: &[u8]) -> Result<bool> {
    let fed = object.native::<State>().is_some_and(|state| match &mut *state.0.borrow_mut() {
        Some(running) => {
            running.hasher.update(bytes);
            true
        }
        None => false,
    });
    if !fed {
        return Err(phpc_core::extension::type_error(cx, 1, "must be a valid, non-finalized HashContext"));
    }
    Ok(true)
}

#[php_function("hash_update(HashContext $context, string $data): true", THROWS | WRITES_PROPERTY)]
fn hash_update(cx: &mut Cx, context: &Object, data: &Str) -> Result<bool> {
    feed(cx, context, data)
}

#[php_function("hash_update_stream(HashContext $context, $stream, int $length = -1): int")]
fn hash_update_stream(cx: &mut Cx, context: &Object, stream: &Value, length: i64) -> Result<i64> {
    let callable = Value::string("fread");
    let mut total = 0;
    loop {
        let want = if length < 0 { 8192 } else { (length - total).min(8192) };
        if want <= 0 {
            return Ok(total);
        }
        let part = phpc_core::calls::call_value(cx, &callable, vec![stream.clone(), Value::int(want)])?;
        let Some(part) = part.as_str().filter(|part| !part.is_empty()) else { return Ok(total) };
        feed(cx, context, part)?;
        total += part.len() as i64;
    }
}

#[php_function("hash_update_file(HashContext $context, string $filename, $stream_context = null): bool", THROWS | AMBIENT)]
fn hash_update_file(cx: &mut Cx, context: &Object, filename: &Str, stream_context: &Value) -> Result<bool> {
    use std::os::unix::ffi::OsStrExt;
    let _ = stream_context;
    match std::fs::read(std::ffi::OsStr::from_bytes(filename)) {
        Ok(bytes) => feed(cx, context, &bytes),
        Err(_) => Ok(false),
    }
}

#[php_function("hash_final(HashContext $context, bool $binary = false): string", THROWS | WRITES_PROPERTY)]
fn hash_final(cx: &mut Cx, context: &Object, binary: bool) -> Result<Str> {
    let running = context.native::<State>().and_then(|state| state.0.borrow_mut().take());
    let Some(running) = running else {
        return Err(phpc_core::extension::type_error(cx, 1, "must be a valid, non-finalized HashContext"));
    };
    let mut digest = running.hasher.finish();
    if let Some((algo, key)) = running.outer
        && let Some(mut outer) = find(&algo)
    {
        outer.update(&key.iter().map(|byte| byte ^ 0x5c).collect::<Vec<u8>>());
        outer.update(&digest);
        digest = outer.finish();
    }
    Ok(shown(digest, binary))
}

#[php_function("hash_copy(HashContext $context): HashContext", THROWS | ALLOCATES)]
fn hash_copy(cx: &mut Cx, context_: &Object) -> Result<Object> {
    let copy = context_.native::<State>().and_then(|state| {
        state.0.borrow().as_ref().map(|running| Running { hasher: running.hasher.copy(), outer: running.outer.clone() })
    });
    match copy {
        Some(running) => context(cx, running),
        None => Err(phpc_core::extension::type_error(cx, 1, "must be a valid, non-finalized HashContext")),
    }
}
