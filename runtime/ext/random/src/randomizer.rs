//! Random\Randomizer: numbers, bytes and orders from an engine.

use crate::engine::{self, about};
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction};
use phpc_core::classes::table::class_table;
use phpc_core::{Array, Cx, Object, Result, Str, Thrown, Value, behaviour};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&RANDOM_ERROR, &BROKEN, &RANDOM_EXCEPTION, &BOUNDARY, &RANDOMIZER];

static RANDOM_ERROR: BuiltinClass = BuiltinClass::new("class Random\\RandomError extends Error");
static BROKEN: BuiltinClass = BuiltinClass::new("class Random\\BrokenRandomEngineError extends Random\\RandomError");
static RANDOM_EXCEPTION: BuiltinClass = BuiltinClass::new("class Random\\RandomException extends Exception");
static BOUNDARY: BuiltinClass = BuiltinClass {
    constants: &[
        ("ClosedOpen", BuiltinConst::Null),
        ("ClosedClosed", BuiltinConst::Null),
        ("OpenClosed", BuiltinConst::Null),
        ("OpenOpen", BuiltinConst::Null),
    ],
    ..BuiltinClass::new("enum Random\\IntervalBoundary")
};

static RANDOMIZER: BuiltinClass = BuiltinClass {
    properties: &["public readonly Random\\Engine $engine"],
    methods: &[
        BuiltinFunction::new("public __construct(?Random\\Engine $engine = null)", |cx, call| {
            let engine = match call.object_opt(0) {
                Some(engine) => engine,
                None => behaviour::create::instance(cx, class_table().known("random\\engine\\secure"))?,
            };
            call.this().set_slot(0, engine.into());
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public nextInt(): int", |cx, call| {
            let (bits, _) = engine::next(cx, &engine_of(call))?;
            Ok(Value::int((bits >> 1) as i64))
        }),
        BuiltinFunction::new("public nextFloat(): float", |cx, call| {
            let bits = word(cx, &engine_of(call), 8)?;
            Ok(Value::float((bits >> 11) as f64 * (1.0 / (1u64 << 53) as f64)))
        }),
        BuiltinFunction::new("public getFloat(float $min, float $max, Random\\IntervalBoundary $boundary = Random\\IntervalBoundary::ClosedOpen): float", get_float),
        BuiltinFunction::new("public getInt(int $min, int $max): int", |cx, call| {
            let (min, max) = (call.int_or(0, 0), call.int_or(1, 0));
            if max < min {
                return Err(cx.throw_value_error(about(call, 1, "must be greater than or equal to argument #1 ($min)")));
            }
            Ok(Value::int(range(cx, &engine_of(call), min, max)?))
        }),
        BuiltinFunction::new("public getBytes(int $length): string", |cx, call| {
            let length = positive(cx, call, 0)?;
            let engine = engine_of(call);
            let mut bytes = Vec::new();
            while bytes.len() < length {
                let (bits, size) = engine::next(cx, &engine)?;
                bytes.extend_from_slice(&bits.to_le_bytes()[..size]);
            }
            Ok(Value::string(&bytes[..length]))
        }),
        BuiltinFunction::new("public getBytesFromString(string $string, int $length): string", bytes_from_string),
        BuiltinFunction::new("public shuffleArray(array $array): array", |cx, call| {
            let mut values: Vec<Value> = call.array_opt(0).unwrap_or_default().values().map(|value| value.to_value()).collect();
            let engine = engine_of(call);
            for last in (1..values.len()).rev() {
                let other = range(cx, &engine, 0, last as i64)? as usize;
                values.swap(last, other);
            }
            Ok(values.into_iter().collect::<Array>().into())
        }),
        BuiltinFunction::new("public shuffleBytes(string $bytes): string", |cx, call| {
            let mut bytes = call.string(cx, 0)?.to_vec();
            let engine = engine_of(call);
            for last in (1..bytes.len()).rev() {
                let other = range(cx, &engine, 0, last as i64)? as usize;
                bytes.swap(last, other);
            }
            Ok(Value::string(bytes))
        }),
        BuiltinFunction::new("public pickArrayKeys(array $array, int $num): array", pick_keys),
    ],
    ..BuiltinClass::new("final class Random\\Randomizer")
};

fn engine_of(call: &Call) -> Object {
    call.this().slot(0).as_object().cloned().expect("the constructor has run")
}

#[cold]
pub(crate) fn broken(cx: &mut Cx, text: &str) -> Thrown {
    phpc_core::exceptions::throw_new(cx, class_table().known("random\\brokenrandomengineerror"), text.as_bytes())
}

fn positive(cx: &mut Cx, call: &Call, number: usize) -> Result<usize> {
    let value = call.int_or(number, 0);
    if value < 1 {
        return Err(cx.throw_value_error(about(call, number, "must be greater than 0")));
    }
    Ok(value as usize)
}

/// At least `size` bytes of bits.
fn word(cx: &mut Cx, engine: &Object, size: usize) -> Result<u64> {
    let (mut all, mut total) = (0, 0);
    while total < size {
        let (bits, more) = engine::next(cx, engine)?;
        all |= bits << (total * 8);
        total += more;
    }
    Ok(if size == 4 { all & 0xffff_ffff } else { all })
}

/// Draws that are thrown away before an engine counts as broken.
const ATTEMPTS: usize = 50;

/// From `min` to `max` without bias.
fn range(cx: &mut Cx, engine: &Object, min: i64, max: i64) -> Result<i64> {
    let span = (max as u64).wrapping_sub(min as u64);
    Ok(min.wrapping_add(below(cx, engine, span)? as i64))
}

fn below(cx: &mut Cx, engine: &Object, span: u64) -> Result<u64> {
    if span == 0 {
        return Ok(0);
    }
    let (size, most) = if span > u64::from(u32::MAX) { (8, u64::MAX) } else { (4, u64::from(u32::MAX)) };
    let mut bits = word(cx, engine, size)?;
    if span == most {
        return Ok(bits);
    }
    let count = span + 1;
    if count.is_power_of_two() {
        return Ok(bits & span);
    }
    let limit = most - most % count - 1;
    let mut attempts = 0;
    while bits > limit {
        attempts += 1;
        if attempts > ATTEMPTS {
            return Err(broken(cx, "Failed to generate an acceptable random number in 50 attempts"));
        }
        bits = word(cx, engine, size)?;
    }
    Ok(bits % count)
}

fn bytes_from_string(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let source: Str = call.string(cx, 0)?;
    if source.is_empty() {
        return Err(cx.throw_value_error(about(call, 0, "must not be empty")));
    }
    let length = positive(cx, call, 1)?;
    let engine = engine_of(call);
    let last = source.len() as u64 - 1;
    let mut bytes = Vec::with_capacity(length);
    if last > 0xff {
        while bytes.len() < length {
            bytes.push(source[range(cx, &engine, 0, last as i64)? as usize]);
        }
        return Ok(Value::string(bytes));
    }
    let mask = (last + 1).next_power_of_two() - 1;
    let mut failures = 0;
    while bytes.len() < length {
        let (bits, size) = engine::next(cx, &engine)?;
        for at in 0..size {
            let offset = bits >> (at * 8) & mask;
            if offset > last {
                failures += 1;
                if failures > ATTEMPTS {
                    return Err(broken(cx, "Failed to generate an acceptable random number in 50 attempts"));
                }
                continue;
            }
            failures = 0;
            bytes.push(source[offset as usize]);
            if bytes.len() == length {
                break;
            }
        }
    }
    Ok(Value::string(bytes))
}

fn pick_keys(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let array = call.array_opt(0).unwrap_or_default();
    let num = call.int_or(1, 0);
    let total = array.len();
    if total == 0 {
        return Err(cx.throw_value_error(about(call, 0, "must not be empty")));
    }
    if num < 1 || num as usize > total {
        let text = "must be between 1 and the number of elements in argument #1 ($array)";
        return Err(cx.throw_value_error(about(call, 1, text)));
    }
    let engine = engine_of(call);
    let keys: Vec<Value> = array.keys().map(|key| key.to_value()).collect();
    if num == 1 {
        let at = range(cx, &engine, 0, total as i64 - 1)? as usize;
        return Ok([keys[at].clone()].into_iter().collect::<Array>().into());
    }
    // When most are wanted, those left out are drawn.
    let draws_losers = num as usize > total / 2;
    let mut left = if draws_losers { total - num as usize } else { num as usize };
    let mut drawn = vec![false; total];
    while left > 0 {
        let at = range(cx, &engine, 0, total as i64 - 1)? as usize;
        if !drawn[at] {
            drawn[at] = true;
            left -= 1;
        }
    }
    Ok(keys.into_iter().zip(drawn).filter(|(_, drawn)| *drawn != draws_losers).map(|(key, _)| key).collect::<Array>().into())
}

/// The distance of neighbours at the larger bound.
fn gamma(min: f64, max: f64) -> f64 {
    if min.abs() > max.abs() { min.next_up() - min } else { max - max.next_down() }
}

/// Steps of `step` from `min` to `max`, rounded up.
fn steps(min: f64, max: f64, step: f64) -> u64 {
    let s = max / step - min / step;
    let e = if min.abs() <= max.abs() { -min / step - (s - max / step) } else { max / step - (s + min / step) };
    let rounded = s.ceil();
    (if s != rounded { rounded } else { rounded + f64::from(u8::from(e > 0.0)) }) as u64
}

fn get_float(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (min, max) = (call.float_or(0, 0.0), call.float_or(1, 0.0));
    for (number, value) in [min, max].into_iter().enumerate() {
        if !value.is_finite() {
            return Err(cx.throw_value_error(about(call, number, "must be finite")));
        }
    }
    let boundary = match call.object_opt(2) {
        Some(case) => behaviour::read_property(cx, &case, &Str::from("name"), None)?.as_str().map_or(Vec::new(), |name| name.to_vec()),
        None => b"ClosedOpen".to_vec(),
    };
    let closed = boundary == b"ClosedClosed";
    if max < min || (max == min && !closed) {
        let text = if closed { "must be greater than or equal to argument #1 ($min)" } else { "must be greater than argument #1 ($min)" };
        return Err(cx.throw_value_error(about(call, 1, text)));
    }
    let engine = engine_of(call);
    let step = gamma(min, max);
    let all = steps(min, max, step);
    let downwards = min.abs() <= max.abs();
    let down = |k: u64| max - k as f64 * step;
    let up = |k: u64| min + k as f64 * step;
    let result = match &boundary[..] {
        b"ClosedClosed" => {
            let k = below(cx, &engine, all)?;
            match (downwards, k == all) {
                (true, true) => min,
                (true, false) => down(k),
                (false, true) => max,
                (false, false) => up(k),
            }
        }
        b"OpenClosed" => {
            let k = below(cx, &engine, all - 1)?;
            if downwards { down(k) } else if k == all - 1 { max } else { up(k + 1) }
        }
        b"OpenOpen" => {
            if all < 2 {
                return Err(cx.throw_value_error("The given interval is empty, there are no floats between argument #1 ($min) and argument #2 ($max)"));
            }
            let k = 1 + below(cx, &engine, all - 2)?;
            if downwards { down(k) } else { up(k) }
        }
        _ => {
            let k = 1 + below(cx, &engine, all - 1)?;
            if downwards { if k == all { min } else { down(k) } } else { up(k - 1) }
        }
    };
    Ok(Value::float(result))
}
