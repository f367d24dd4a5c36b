//! The functions.

use crate::mt19937::{Mt19937, range};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::value_error;
use phpc_core::global::Global;
use phpc_core::{Array, Cx, Reference, Result, Str, Value, aliases, functions, php_constants};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![
    mt_srand, mt_rand, rand, mt_getrandmax, getrandmax, random_int, random_bytes, shuffle, array_rand, str_shuffle,
];
pub(crate) static ALIASES: &[(&str, &BuiltinFunction)] = aliases![srand = mt_srand];

php_constants! {
    MT_RAND_MT19937: Int = 0;
    MT_RAND_PHP: Int = 1;
}

static TWISTER: Global<Option<Mt19937>> = Global::new(None);

fn with<R>(f: impl FnOnce(&mut Mt19937) -> R) -> R {
    TWISTER.with(|twister| f(twister.get_or_insert_with(|| Mt19937::new(system_word(), false))))
}

pub(crate) fn system_bytes(buffer: &mut [u8]) {
    let mut filled = 0;
    while filled < buffer.len() {
        // SAFETY: the rest of a live buffer.
        let count = unsafe { libc::getrandom(buffer[filled..].as_mut_ptr().cast(), buffer.len() - filled, 0) };
        if count > 0 {
            filled += count as usize;
        }
    }
}

pub(crate) fn system_word() -> u32 {
    let mut bytes = [0; 4];
    system_bytes(&mut bytes);
    u32::from_le_bytes(bytes)
}

/// From the twister.
fn pick(min: i64, max: i64) -> i64 {
    with(|twister| range(min, max, || twister.next()))
}

#[php_function("mt_srand(?int $seed = null, int $mode = MT_RAND_MT19937): void", WARNS | AMBIENT)]
fn mt_srand(cx: &mut Cx, seed: Option<i64>, mode: i64) -> Result {
    if mode == MT_RAND_PHP {
        phpc_core::diagnostics::deprecated(cx, "The MT_RAND_PHP variant of Mt19937 is deprecated")?;
    }
    let seed = seed.map_or_else(system_word, |seed| seed as u32);
    TWISTER.set(Some(Mt19937::new(seed, mode == MT_RAND_PHP)));
    Ok(())
}

#[php_function("mt_rand(int $min = UNKNOWN, int $max = UNKNOWN): int", THROWS | AMBIENT)]
fn mt_rand(cx: &mut Cx, call: &mut phpc_core::calls::native::Call) -> Result<Value> {
    match call.count() {
        0 => return Ok(Value::int((with(Mt19937::next) >> 1) as i64)),
        1 => return Err(cx.throw("ArgumentCountError", "mt_rand() expects exactly 2 arguments, 1 given")),
        _ => {}
    }
    let (min, max) = (call.int_or(0, 0), call.int_or(1, 0));
    if max < min {
        return Err(value_error(cx, 2, "must be greater than or equal to argument #1 ($min)"));
    }
    Ok(Value::int(common(min, max)))
}

/// In the old mode numbers are scaled instead.
fn common(min: i64, max: i64) -> i64 {
    if !with(|twister| twister.is_legacy()) {
        return pick(min, max);
    }
    let word = (with(Mt19937::next) >> 1) as f64;
    min.wrapping_add(((max as f64 - min as f64 + 1.0) * (word / 2147483648.0)) as i64)
}

#[php_function("rand(int $min = UNKNOWN, int $max = UNKNOWN): int", THROWS | AMBIENT)]
fn rand(cx: &mut Cx, call: &mut phpc_core::calls::native::Call) -> Result<Value> {
    match call.count() {
        0 => return Ok(Value::int((with(Mt19937::next) >> 1) as i64)),
        1 => return Err(cx.throw("ArgumentCountError", "rand() expects exactly 2 arguments, 1 given")),
        _ => {}
    }
    let (min, max) = (call.int_or(0, 0), call.int_or(1, 0));
    Ok(Value::int(common(min.min(max), min.max(max))))
}

#[php_function("mt_getrandmax(): int", PURE)]
fn mt_getrandmax() -> i64 {
    0x7fff_ffff
}

#[php_function("getrandmax(): int", PURE)]
fn getrandmax() -> i64 {
    0x7fff_ffff
}

#[php_function("random_int(int $min, int $max): int", THROWS | AMBIENT)]
fn random_int(cx: &mut Cx, min: i64, max: i64) -> Result<i64> {
    if min > max {
        return Err(value_error(cx, 1, "must be less than or equal to argument #2 ($max)"));
    }
    Ok(range(min, max, system_word))
}

#[php_function("random_bytes(int $length): string", THROWS | AMBIENT)]
fn random_bytes(cx: &mut Cx, length: i64) -> Result<Str> {
    if length < 1 {
        return Err(value_error(cx, 1, "must be greater than 0"));
    }
    let mut bytes = Str::zeroed(length as usize);
    system_bytes(bytes.make_mut());
    Ok(bytes)
}

#[php_function("shuffle(array &$array): true", AMBIENT)]
fn shuffle(array: &Reference) -> bool {
    let value = array.get();
    let Some(mut elements) = value.as_array().cloned() else { return true };
    elements.own_references();
    let mut values: Vec<Value> = elements.iter_raw().map(|(_, value)| value.to_value()).collect();
    for last in (1..values.len()).rev() {
        let other = pick(0, last as i64) as usize;
        values.swap(last, other);
    }
    array.set(values.into_iter().collect::<Array>().into());
    true
}

#[php_function("str_shuffle(string $string): string", AMBIENT)]
fn str_shuffle(string: &Str) -> Str {
    if string.len() < 2 {
        return string.clone();
    }
    let mut result = Str::new(string);
    let bytes = result.make_mut();
    for last in (1..bytes.len()).rev() {
        let other = pick(0, last as i64) as usize;
        bytes.swap(last, other);
    }
    result
}

#[php_function("array_rand(array $array, int $num = 1): int|string|array", THROWS | AMBIENT)]
fn array_rand(cx: &mut Cx, array: &Array, num: i64) -> Result<Value> {
    let total = array.len();
    if total == 0 {
        return Err(value_error(cx, 1, "must not be empty"));
    }
    let keys: Vec<Value> = array.keys().map(|key| key.to_value()).collect();
    if num == 1 {
        return Ok(keys[pick(0, total as i64 - 1) as usize].clone());
    }
    if num <= 0 || num > total as i64 {
        return Err(value_error(cx, 2, "must be between 1 and the number of elements in argument #1 ($array)"));
    }
    // When most are wanted, those left out are drawn.
    let draws_losers = num as usize > total / 2;
    let draws = if draws_losers { total - num as usize } else { num as usize };
    let mut drawn = vec![false; total];
    let mut left = draws;
    while left > 0 {
        let at = pick(0, total as i64 - 1) as usize;
        if !drawn[at] {
            drawn[at] = true;
            left -= 1;
        }
    }
    Ok(keys.into_iter().zip(drawn).filter(|(_, drawn)| *drawn != draws_losers).map(|(key, _)| key).collect::<Array>().into())
}
