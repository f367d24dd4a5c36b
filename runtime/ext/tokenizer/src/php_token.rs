//! The class PhpToken.

use crate::scan::{self, scan};
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction};
use phpc_core::{Array, Cx, Object, Result, Value, View, behaviour, message};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&PHP_TOKEN];

const ID: usize = 0;
const TEXT: usize = 1;
const LINE: usize = 2;
const POS: usize = 3;

static PHP_TOKEN: BuiltinClass = BuiltinClass {
    properties: &["public int $id", "public string $text", "public int $line", "public int $pos"],
    methods: &[
        BuiltinFunction::new("public static tokenize(string $code, int $flags = 0): array", tokenize),
        BuiltinFunction::new("final public __construct(int $id, string $text, int $line = -1, int $pos = -1)", |_, call| {
            let this = call.this();
            this.set_slot(ID, call.arg(0).clone());
            this.set_slot(TEXT, call.arg(1).clone());
            this.set_slot(LINE, Value::int(call.int_or(2, -1)));
            this.set_slot(POS, Value::int(call.int_or(3, -1)));
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public is($kind): bool", is),
        BuiltinFunction::new("public isIgnorable(): bool", |cx, call| {
            use crate::constants::{T_COMMENT, T_DOC_COMMENT, T_OPEN_TAG, T_WHITESPACE};
            let id = id(cx, call.this())?;
            Ok(matches!(id, T_WHITESPACE | T_COMMENT | T_DOC_COMMENT | T_OPEN_TAG).into())
        }),
        BuiltinFunction::new("public getTokenName(): ?string", |cx, call| {
            let id = id(cx, call.this())?;
            Ok(match (u8::try_from(id), scan::name(id)) {
                (Ok(character), _) => Value::string([character]),
                (_, Some(name)) => Value::string(name),
                _ => Value::NULL,
            })
        }),
        BuiltinFunction::new("public __toString(): string", |cx, call| text(cx, call.this())),
    ],
    ..BuiltinClass::new("class PhpToken implements Stringable")
};

fn tokenize(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let class = call.class();
    let code = call.string(cx, 0)?;
    if class.modifiers.contains(phpc_core::abi::decl::Modifiers::ABSTRACT) {
        return Err(cx.throw_error(message!("Cannot instantiate abstract class ", class.name)));
    }
    let mut all = Array::new();
    for token in scan(cx, &code, call.int_or(1, 0))? {
        let object = behaviour::create::instance(cx, class)?;
        object.set_slot(ID, Value::int(token.id));
        object.set_slot(TEXT, Value::string(token.text));
        object.set_slot(LINE, Value::int(token.line));
        object.set_slot(POS, Value::int(token.start as i64));
        all.push(object.into());
    }
    Ok(all.into())
}

fn slot(cx: &mut Cx, object: &Object, at: usize, name: &str) -> Result<Value> {
    let value = object.slot(at).deref();
    if value.is_undef() {
        return Err(cx.throw_error(format!("Typed property PhpToken::${name} must not be accessed before initialization")));
    }
    Ok(value)
}
fn id(cx: &mut Cx, object: &Object) -> Result<i64> {
    Ok(slot(cx, object, ID, "id")?.as_int().unwrap_or(0))
}
fn text(cx: &mut Cx, object: &Object) -> Result<Value> {
    slot(cx, object, TEXT, "text")
}

fn matches(cx: &mut Cx, object: &Object, kind: &Value) -> Result<Option<bool>> {
    Ok(match kind.view() {
        View::Int(wanted) => Some(id(cx, object)? == wanted),
        View::Str(wanted) => Some(text(cx, object)?.as_str().is_some_and(|text| **text == **wanted)),
        _ => None,
    })
}

fn is(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let kind = call.arg(0).deref();
    if let Some(result) = matches(cx, call.this(), &kind)? {
        return Ok(result.into());
    }
    let Some(kinds) = kind.as_array() else {
        let given = phpc_core::convert::value_name(&kind);
        return call.type_error(cx, 0, &message!("must be of type string|int|array, ", &*given, " given"));
    };
    for (_, kind) in kinds.iter() {
        let kind = kind.to_value().deref();
        match matches(cx, call.this(), &kind)? {
            Some(true) => return Ok(Value::TRUE),
            Some(false) => {}
            None => {
                let given = phpc_core::convert::value_name(&kind);
                return call.type_error(cx, 0, &message!("must only have elements of type string|int, ", &*given, " given"));
            }
        }
    }
    Ok(Value::FALSE)
}
