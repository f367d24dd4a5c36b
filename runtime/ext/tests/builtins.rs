//! Calls builtins by name and compares results, exceptions and warnings with what PHP gave (tests/cases.php writes the file).

use phpc_core::diagnostics;
use phpc_core::engine::ini;
use phpc_core::exceptions::{self, slot};
use phpc_core::engine::output;
use phpc_core::{Array, Cx, Reference, Str, Value, calls};

fn call(cx: &mut Cx, name: &str, args: Vec<Value>) -> Result<Value, (String, String)> {
    calls::call_value(cx, &Value::string(name), args).map_err(|_| {
        let exception = exceptions::take().expect("an exception is pending");
        let message = exception.slot(slot::MESSAGE).as_str().cloned().unwrap_or_default();
        (exception.class_ref().name.to_string(), message.to_text())
    })
}

fn decode(text: &str) -> Str {
    let cx = &mut Cx::enter();
    call(cx, "base64_decode", vec![Value::string(text)]).expect("decodes").as_str().cloned().expect("a string")
}

#[test]
fn as_php() {
    let failed = phpc_core::stack::run(compare_all);
    assert_eq!(failed, 0, "builtins differ from PHP's");
}

/// Calls as the name's first letter says: `&` with a variable, `>` with its output caught.
fn outcome(cx: &mut Cx, name: &str, mut args: Vec<Value>) -> Result<Array, (String, String)> {
    if let Some(name) = name.strip_prefix('&') {
        let variable = Reference::new(args[0].clone());
        args[0] = variable.clone().into();
        let value = call(cx, name, args)?;
        return Ok([Value::string("r"), value, variable.get()].into_iter().collect());
    }
    if let Some(name) = name.strip_prefix('>') {
        output::start(Value::NULL, Str::empty(), 0, output::STDFLAGS);
        let result = call(cx, name, args);
        let text = output::contents().unwrap_or_default();
        output::end(cx, false);
        result?;
        return Ok([Value::string("r"), text.into()].into_iter().collect());
    }
    let value = call(cx, name, args)?;
    Ok([Value::string("r"), value].into_iter().collect())
}

/// How many calls differ.
fn compare_all() -> usize {
    let Ok(cases) = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases.tsv")) else {
        panic!("tests/cases.tsv is missing: php tests/cases.php > tests/cases.tsv");
    };
    phpc_ext::register();
    ini::configure(b"display_errors", b"0");
    let cx = &mut Cx::enter();
    let mut failed = 0;
    for line in cases.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, args, result, warning] = fields[..] else { panic!("four fields in {line}") };
        let serialized_args = decode(args);
        let args = call(cx, "unserialize", vec![serialized_args.clone().into()]).expect("arguments");
        let args: Vec<Value> = args.as_array().expect("a list").values().map(|value| value.to_value()).collect();
        diagnostics::clear_last_error();
        let outcome = match outcome(cx, name, args) {
            Ok(outcome) => outcome,
            Err((class, message)) => [Value::string("t"), Value::string(class), Value::string(message)].into_iter().collect(),
        };
        let warned = diagnostics::last_error().map(|report| report.message).unwrap_or_default();
        let got = call(cx, "serialize", vec![outcome.into()]).expect("serialises");
        let got = got.as_str().cloned().unwrap_or_default();
        let (expected, expected_warning) = (decode(result), decode(warning));
        if got != expected || warned != expected_warning {
            failed += 1;
            println!("{name} {serialized_args}\n  php:  {expected} {expected_warning}\n  ours: {got} {warned}");
        }
    }
    failed
}
