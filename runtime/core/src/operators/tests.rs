//! Results of operators as php84 gave them: operator, operands, result or exception, diagnostics.

use super::*;
use crate::diagnostics::{Handler, set_handler};
use crate::global::Global;
use crate::pending;
use std::cmp::Ordering;

static MESSAGES: Global<Vec<String>> = Global::new(Vec::new());
static THROWN: Global<Option<String>> = Global::new(None);

fn literal(text: &str) -> Value {
    let (kind, rest) = text.split_once(' ').unwrap_or((text, ""));
    match kind {
        "null" => Value::NULL,
        "true" => Value::TRUE,
        "false" => Value::FALSE,
        "int" => Value::int(rest.parse().unwrap()),
        "float" => Value::float(f64::from_bits(u64::from_str_radix(rest, 16).unwrap())),
        "str" => Value::string(rest),
        "arr" => rest.split(',').filter(|part| !part.is_empty()).map(literal).collect::<crate::Array>().into(),
        _ => panic!("{text}"),
    }
}

fn evaluate(cx: &mut Cx, operator: &str, a: &Value, b: &Value) -> Result<Value> {
    use Operator::*;
    let all = [Add, Sub, Mul, Div, Mod, Pow, ShiftLeft, ShiftRight, Concat, BitAnd, BitOr, BitXor];
    if let Some(&known) = all.iter().find(|known| format!("{known:?}") == operator) {
        return binary(cx, known, a, b);
    }
    Ok(match operator {
        "CMP" => Value::int(match compare(cx, a, b)? {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        }),
        "EQ" => Value::bool(equal(cx, a, b)?),
        "ID" => Value::bool(identical(a, b)),
        "LT" => Value::bool(less(cx, a, b)?),
        "LE" => Value::bool(less_equal(cx, a, b)?),
        _ => panic!("{operator}"),
    })
}

#[test]
fn operators_as_php() {
    crate::hooks::install(|hooks| {
        hooks.throw = |_, class, message| {
            THROWN.set(Some(format!("{class}: {message}")));
            pending::raise(pending::EXCEPTION)
        };
        hooks.call = |_, _, args| {
            MESSAGES.with(|messages| messages.push(args[1].as_str().unwrap().to_text()));
            Ok(Value::TRUE)
        };
    });
    set_handler(Some(Handler { callable: Value::TRUE, levels: -1 }));
    let cx = &mut Cx::enter();
    let mut wrong = Vec::new();
    for line in include_str!("expected.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let (a, b) = (literal(fields[1]), literal(fields[2]));
        MESSAGES.set(Vec::new());
        let result = evaluate(cx, fields[0], &a, &b);
        pending::clear(u64::MAX);
        let right = match (&result, fields[3].strip_prefix("throw ")) {
            (Err(_), Some(expected)) => THROWN.cloned().as_deref() == Some(expected),
            (Ok(value), None) => {
                let expected = literal(fields[3]);
                identical(value, &expected) || value.raw() == expected.raw() || value.as_float().is_some_and(f64::is_nan) && expected.as_float().is_some_and(f64::is_nan)
            }
            _ => false,
        };
        if !right || MESSAGES.cloned().join("|") != fields[4] {
            wrong.push(format!("{line}\n    got {result:?} {:?} {:?}", THROWN.cloned(), MESSAGES.cloned()));
        }
    }
    set_handler(None);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
