//! ReflectionAttribute and `getAttributes` of all reflectors.

use phpc_core::abi::decl::{AttributeDecl, Initializer};
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction};
use phpc_core::classes::display::class_name;
use phpc_core::classes::{ClassRef, table};
use phpc_core::exceptions::throw_error;
use phpc_core::units::{self, Unit};
use phpc_core::{Array, Cx, Result, Str, Value, message};

use crate::instance;
use crate::subject::{Attribute, HANDLERS, Subject, make, subject};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&ATTRIBUTE];

static ATTRIBUTE: BuiltinClass = BuiltinClass {
    constants: &[("IS_INSTANCEOF", BuiltinConst::Int(2))],
    properties: &["public string $name"],
    methods: &[
        BuiltinFunction::new("public getName(): string", |cx, call| Ok(Value::string(&attribute(cx, call)?.decl.name))),
        BuiltinFunction::new("public getTarget(): int", |cx, call| Ok(Value::int(attribute(cx, call)?.target))),
        BuiltinFunction::new("public isRepeated(): bool", |cx, call| Ok(Value::bool(is_repeated(&attribute(cx, call)?)))),
        BuiltinFunction::new("public getArguments(): array", |cx, call| {
            let attribute = attribute(cx, call)?;
            let mut all = Array::new();
            for (name, value) in arguments(cx, &attribute)? {
                match name {
                    Some(name) => all.set_str(&name, value),
                    None => {
                        all.push(value);
                    }
                };
            }
            Ok(all.into())
        }),
        BuiltinFunction::new("public newInstance(): object", new_instance),
        BuiltinFunction::new("public __toString(): string", to_string),
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("private __construct()", |_, _| Ok(Value::NULL)),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ReflectionAttribute implements Reflector")
};

/// `Attribute::TARGET_*` with the words of errors.
const TARGETS: &[(i64, &str)] = &[
    (1, "class"), (2, "function"), (4, "method"), (8, "property"), (16, "class constant"), (32, "parameter"),
];
pub(crate) const CLASS: i64 = 1;
pub(crate) const FUNCTION: i64 = 2;
pub(crate) const METHOD: i64 = 4;
pub(crate) const PROPERTY: i64 = 8;
pub(crate) const CONSTANT: i64 = 16;
pub(crate) const PARAMETER: i64 = 32;
const IS_REPEATABLE: i64 = 64;

/// Where attributes stand.
pub(crate) struct Place {
    pub all: &'static [AttributeDecl],
    pub unit: Option<&'static Unit>,
    pub scope: Option<ClassRef>,
    pub target: i64,
}

/// `getAttributes(?string $name = null, int $flags = 0)`.
pub(crate) fn list(cx: &mut Cx, call: &Call, place: Place) -> Result<Value> {
    let flags = call.int_or(1, 0);
    if flags & !2 != 0 {
        return call.value_error(cx, 1, "must be a valid attribute filter flag");
    }
    let wanted = call.str_opt(0);
    let base = match &wanted {
        Some(name) if flags & 2 != 0 => match table::lookup(cx, name)? {
            Some(class) => Some(class),
            None => return throw_error(cx, message!("Class \"", &**name, "\" not found")),
        },
        _ => None,
    };
    let mut found = Array::new();
    for decl in place.all {
        let fits = match (&wanted, base) {
            (None, _) => true,
            (Some(_), Some(base)) => table::lookup(cx, &decl.name)?.is_some_and(|class| class.is_subclass_of(base)),
            (Some(name), None) => decl.name.eq_ignore_ascii_case(name.strip_prefix(b"\\").unwrap_or(name)),
        };
        if fits {
            let attribute = Attribute { decl, all: place.all, unit: place.unit, scope: place.scope, target: place.target };
            found.push(make(cx, "reflectionattribute", Subject::Attribute(attribute))?);
        }
    }
    Ok(found.into())
}

fn attribute(cx: &mut Cx, call: &Call) -> Result<Attribute> {
    match subject(cx, call)? {
        Subject::Attribute(attribute) => Ok(attribute),
        _ => unreachable!("an attribute reflector is about an attribute"),
    }
}

fn is_repeated(attribute: &Attribute) -> bool {
    attribute.all.iter().filter(|other| other.name.eq_ignore_ascii_case(&attribute.decl.name)).count() > 1
}

fn arguments(cx: &mut Cx, attribute: &Attribute) -> Result<Vec<(Option<Str>, Value)>> {
    let mut all = Vec::new();
    for (name, value) in &attribute.decl.args {
        let value = match (value, attribute.unit) {
            (Initializer::Const(value), _) => units::constant_value(value),
            (Initializer::Thunk(index), Some(unit)) => unit.run_thunk(cx, *index, attribute.scope)?,
            (Initializer::Thunk(_), None) => Value::NULL,
        };
        all.push((name.as_ref().map(|name| Str::new(name)), value));
    }
    Ok(all)
}

fn new_instance(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let attribute = attribute(cx, call)?;
    let name: &[u8] = &attribute.decl.name;
    let Some(class) = table::lookup(cx, name)? else {
        return throw_error(cx, message!("Attribute class \"", name, "\" not found"));
    };
    let Some(flags) = attribute_flags(cx, class)? else {
        return throw_error(cx, message!("Attempting to use non-attribute class \"", name, "\" as attribute"));
    };
    if flags & attribute.target == 0 {
        let word = |bit: i64| TARGETS.iter().find(|target| target.0 == bit).map_or("", |target| target.1);
        let allowed: Vec<&str> = TARGETS.iter().filter(|target| flags & target.0 != 0).map(|target| target.1).collect();
        return throw_error(cx, message!(
            "Attribute \"", name, "\" cannot target ", word(attribute.target), " (allowed targets: ", allowed.join(", "), ")"
        ));
    }
    if is_repeated(&attribute) && flags & IS_REPEATABLE == 0 {
        return throw_error(cx, message!("Attribute \"", name, "\" must not be repeated"));
    }
    let (named, positional): (Vec<_>, Vec<_>) = arguments(cx, &attribute)?.into_iter().partition(|(name, _)| name.is_some());
    let positional = positional.into_iter().map(|(_, value)| value).collect();
    let named = named.into_iter().map(|(name, value)| (name.unwrap_or_default(), value)).collect();
    let object = phpc_core::behaviour::instantiate(cx, class)?;
    let Some(constructor) = class.magic.constructor else {
        if !attribute.decl.args.is_empty() {
            let text = message!("Attribute class \"", class_name(class), "\" does not have a constructor, cannot pass arguments");
            return throw_error(cx, text);
        }
        return Ok(object.into());
    };
    if !constructor.is_public() {
        return throw_error(cx, message!("Attribute constructor of class ", class_name(class), " must be public"));
    }
    instance::construct(cx, object, constructor, positional, named)
}

/// The flags of an attribute class; None: it is none.
fn attribute_flags(cx: &mut Cx, class: ClassRef) -> Result<Option<i64>> {
    const ALL: i64 = 63;
    let Some(decl) = class.decl() else {
        return Ok(match class.name.lower() {
            b"attribute" => Some(CLASS),
            b"returntypewillchange" => Some(METHOD),
            b"allowdynamicproperties" => Some(CLASS),
            b"sensitiveparameter" => Some(PARAMETER),
            b"override" => Some(METHOD),
            b"deprecated" => Some(FUNCTION | METHOD | CONSTANT),
            _ => None,
        });
    };
    let Some(attribute) = decl.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(b"Attribute")) else {
        return Ok(None);
    };
    let own = Attribute { decl: attribute, all: &decl.attributes, unit: class.unit(), scope: Some(class), target: CLASS };
    let Some((_, flags)) = arguments(cx, &own)?.into_iter().next() else { return Ok(Some(ALL)) };
    let Some(flags) = flags.as_int() else {
        let given = phpc_core::convert::type_name(&flags);
        let text = message!("Attribute::__construct(): Argument #1 ($flags) must be of type int, ", &*given, " given");
        return throw_error(cx, text);
    };
    if flags & !(ALL | IS_REPEATABLE) != 0 {
        return throw_error(cx, b"Invalid attribute flags specified".to_vec());
    }
    Ok(Some(flags))
}

fn to_string(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let attribute = attribute(cx, call)?;
    let mut text = message!("Attribute [ ", &*attribute.decl.name, " ]");
    let arguments = arguments(cx, &attribute)?;
    if arguments.is_empty() {
        text.push(b'\n');
        return Ok(Value::string(&text));
    }
    text.extend(format!(" {{\n  - Arguments [{}] {{\n", arguments.len()).into_bytes());
    for (number, (name, value)) in arguments.iter().enumerate() {
        text.extend(format!("    Argument #{number} [ ").into_bytes());
        if let Some(name) = name {
            text.extend(message!(&**name, " = "));
        }
        text.extend(crate::text::short_value(value));
        text.extend_from_slice(b" ]\n");
    }
    text.extend_from_slice(b"  }\n}\n");
    Ok(Value::string(&text))
}
