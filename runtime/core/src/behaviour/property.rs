//! Properties by name: visibility, types, readonly, hooks, `__get` and its like, undeclared ones.

use phpc_abi::decl::{FunctionKind, Modifiers, TypeMask};
use phpc_abi::value::{RawValue, Tag};

use super::guard::{self, Kind};
use super::{create, reference};
use crate::calls::coerce::{self, Mode};
use crate::calls::func::Func;
use crate::calls::method::protected_access;
use crate::calls::{self, Callable, Target};
use crate::classes::display::{class_name, set_visibility_rank, visibility};
use crate::classes::{ClassRef, FuncRef, NO_SLOT, Property, memo, table};
use crate::exceptions::{throw_error, throw_type_error};
use crate::{Cx, Key, Object, Reference, Result, Str, Value, convert, diagnostics, message, pending, traces};

/// Where a write to a nested path finds the property.
pub enum PropertyPlace {
    /// A slot in the object or its undeclared properties.
    Slot(*mut RawValue),
    /// A value that the property's `__get` or hook gave: writing into it has no effect on the object.
    Temporary(Value),
}

/// What is going to be done at a [`PropertyPlace`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    Write,
    Modify,
    Unset,
}

/// What a name means for code of a scope.
#[derive(Clone, Copy)]
pub enum Lookup {
    /// A declared property that the scope may use.
    Declared(&'static Property),
    Dynamic,
    /// Declared, but private or protected elsewhere.
    Inaccessible(&'static Property),
    /// A static property named like an instance one.
    Static(&'static Property),
}

/// The payload that an explicitly unset typed property has, so that `__get` is asked for it (one that was never
/// initialised is an error at once).
const UNSET_MARK: u64 = 1;

/// Finds what `$object->name` means in `scope`.
pub fn lookup(class: ClassRef, name: &[u8], scope: Option<ClassRef>) -> Lookup {
    let Some(&property) = class.properties.get(name) else { return Lookup::Dynamic };
    judge(class, property, name, scope)
}

#[inline]
fn lookup_str(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Lookup {
    if let Some(found) = memo::property(class, name, scope) {
        return found;
    }
    let found = match class.properties.get_str(name) {
        Some(&property) => judge(class, property, name, scope),
        None => Lookup::Dynamic,
    };
    memo::note_property(class, name, scope, found);
    found
}

fn judge(class: ClassRef, property: &'static Property, name: &[u8], scope: Option<ClassRef>) -> Lookup {
    let declared = |property: &'static Property| if property.is_static() { Lookup::Static(property) } else { Lookup::Declared(property) };
    if property.is_public() && !property.changed.get() || scope == Some(property.class) {
        return declared(property);
    }
    if property.changed.get() {
        let own = scope.filter(|scope| class.is_strict_subclass_of(scope)).and_then(|scope| {
            scope.properties.get(name).copied().filter(|own| own.is_private() && own.class == scope)
        });
        if let Some(own) = own {
            return declared(own);
        }
        if property.is_public() {
            return declared(property);
        }
    }
    if property.is_private() {
        return if property.class == class { Lookup::Inaccessible(property) } else { Lookup::Dynamic };
    }
    if protected_access(property.root(), scope) { declared(property) } else { Lookup::Inaccessible(property) }
}

/// The slot that code of a scope may read straight while it holds a value.
pub fn straight_slot(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Option<u32> {
    let property = straight(class, name, scope)?;
    class.handlers.read_property.is_none().then_some(property.slot.get())
}

fn straight(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Option<&'static Property> {
    match lookup_str(class, name, scope) {
        Lookup::Declared(property) if property.slot.get() != NO_SLOT && !property.has_hooks() => Some(property),
        _ => None,
    }
}

/// The slot that code of a scope may write straight, and the tags (a bit each) of the values it may store; in the high half
/// those it may store over.
pub fn straight_write(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Option<(u32, u64)> {
    const TAGS: &[(TypeMask, Tag)] = &[
        (TypeMask::NULL, Tag::NULL),
        (TypeMask::BOOL, Tag::BOOL),
        (TypeMask::INT, Tag::INT),
        (TypeMask::FLOAT, Tag::FLOAT),
        (TypeMask::STRING, Tag::STRING),
        (TypeMask::ARRAY, Tag::ARRAY),
        (TypeMask::OBJECT, Tag::OBJECT),
    ];
    const PLAIN: u64 = (1 << Tag::REFERENCE.0) - (1 << Tag::NULL.0);
    let property = straight(class, name, scope)?;
    let guarded = property.modifiers.contains(Modifiers::PRIVATE_SET)
        || property.modifiers.contains(Modifiers::PROTECTED_SET)
        || property.is_readonly();
    if class.handlers.write_property.is_some() || guarded && !can_set(property, scope) {
        return None;
    }
    let new = match &property.ty {
        None => PLAIN,
        Some(ty) => {
            let fits = TAGS.iter().filter(|(bits, _)| ty.mask.0 & bits.0 == bits.0);
            fits.fold(0, |tags, (_, tag)| tags | 1 << tag.0)
        }
    };
    let mut old = if property.is_readonly() { 0 } else { PLAIN };
    if class.magic.set.is_none() {
        old |= 1 << Tag::UNDEF.0;
    }
    Some((property.slot.get(), new | old << 32))
}

/// May the property hold an object of the class as it is? (Of a property that may be written straight.)
pub fn admits_class(class: ClassRef, name: &Str, scope: Option<ClassRef>, given: ClassRef) -> bool {
    let Some(property) = straight(class, name, scope) else { return false };
    property.ty.as_ref().is_none_or(|ty| ty.accepts_class(table::class_table(), given, Some(class)))
}

// ---- reading

pub fn read_property(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>) -> Result<Value> {
    read(cx, object, name, scope, Reading::Warn)
}

/// For `??` and the inner steps of isset(): asks `__isset` first, does not warn.
pub fn read_property_quiet(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>) -> Result<Value> {
    read(cx, object, name, scope, Reading::Quiet)
}

/// The old value for `op=` and `++`.
pub fn read_property_for_modify(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>) -> Result<Value> {
    read(cx, object, name, scope, Reading::Warn)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Warn,
    Quiet,
}

fn read(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>, reading: Reading) -> Result<Value> {
    let class = object.class_ref();
    if let Some(handler) = class.handlers.read_property
        && let Some(value) = handler(cx, object, name)?
    {
        return Ok(value);
    }
    let found = lookup_str(class, name, scope);
    let mut declared = None;
    match found {
        Lookup::Declared(property) => {
            if property.has_hooks() && !in_hook(property) {
                return read_hooked(cx, object, property);
            }
            if property.slot.get() != NO_SLOT {
                let value = object.slot(property.slot.get() as usize);
                if !value.is_undef() {
                    return Ok(value.into_plain());
                }
                declared = Some(property);
            }
        }
        Lookup::Dynamic => {
            if let Some(value) = dynamic_value(object, name) {
                return Ok(value);
            }
        }
        Lookup::Static(property) => {
            if class.magic.get.is_none() {
                let text = message!("Accessing static property ", class_name(class), "::$", property.name, " as non static");
                diagnostics::notice(cx, text)?;
            }
        }
        Lookup::Inaccessible(_) => {}
    }
    // A typed property that never had a value: an error without asking __get.
    let uninitialised = declared.filter(|property| property.ty.is_some() && !was_unset(object, property));
    if uninitialised.is_none() {
        if reading == Reading::Quiet
            && let Some(method) = class.magic.isset
            && let Some(_guard) = guard::enter(object, name, Kind::Isset)
        {
            let object = object.clone();
            let set = calls::call_on_with(cx, &object, method, [name.clone().into()])?;
            if !convert::to_bool(&set) {
                return Ok(Value::NULL);
            }
        }
        if let Some(method) = class.magic.get
            && let Some(_guard) = guard::enter(object, name, Kind::Get)
        {
            let object = object.clone();
            return calls::call_on_with(cx, &object, method, [name.clone().into()]);
        }
    }
    if let Lookup::Inaccessible(property) = found {
        if reading == Reading::Quiet {
            return Ok(Value::NULL);
        }
        return inaccessible(cx, class, property);
    }
    if reading == Reading::Quiet {
        return Ok(Value::NULL);
    }
    if let Some(property) = declared.filter(|property| property.ty.is_some()) {
        return uninitialised_error(cx, property);
    }
    check_name(cx, name)?;
    diagnostics::warning(cx, message!("Undefined property: ", class_name(class), "::$", &**name))?;
    Ok(Value::NULL)
}

fn dynamic_value(object: &Object, name: &Str) -> Option<Value> {
    if !object.has_dynamic() {
        return None;
    }
    let properties = object.dynamic()?;
    let value = properties.get(dynamic_key(name))?.to_value();
    Some(value)
}

/// Undeclared properties are kept under string keys as `(array)` shows them: integer-like names are ints.
fn dynamic_key(name: &Str) -> Key<'_> {
    Key::normalise(name)
}

fn was_unset(object: &Object, property: &Property) -> bool {
    object.slot(property.slot.get() as usize).raw().payload == UNSET_MARK
}

fn read_hooked(cx: &mut Cx, object: &Object, property: &'static Property) -> Result<Value> {
    let object = object.clone();
    match property.get_hook.get() {
        Some(hook) => calls::call_on(cx, &object, hook, Vec::new()),
        None if property.is_virtual.get() => {
            throw_error(cx, message!("Property ", class_name(property.class), "::$", property.name, " is write-only"))
        }
        None => {
            let value = object.slot(property.slot.get() as usize);
            if value.is_undef() && property.ty.is_some() {
                return uninitialised_error(cx, property);
            }
            Ok(value.into_plain())
        }
    }
}

/// Is one of the property's own hooks running? Then the name means the stored value.
fn in_hook(property: &Property) -> bool {
    let Some(func) = traces::current_function() else { return false };
    if func.decl.kind != FunctionKind::PropertyHook {
        return false;
    }
    let own = [property.get_hook.get(), property.set_hook.get()];
    own.into_iter().flatten().any(|hook| hook == func || hook.same_code(func))
        || func.name.strip_prefix(b"$").and_then(|rest| rest.split(|&byte| byte == b':').next()) == Some(property.name.bytes())
            && func.class.is_some_and(|class| property.class.is_subclass_of(class))
}

// ---- writing

/// Assigns; the result is what was stored (the operand for hooks and `__set`).
pub fn write_property(cx: &mut Cx, object: &Object, name: &Str, value: Value, scope: Option<ClassRef>, strict: bool) -> Result<Value> {
    let class = object.class_ref();
    if let Some(handler) = class.handlers.write_property
        && handler(cx, object, name, &value)?
    {
        return Ok(value);
    }
    let found = lookup_str(class, name, scope);
    match found {
        Lookup::Declared(property) => return write_declared(cx, object, name, property, value, scope, strict),
        Lookup::Dynamic => {
            if object.has_dynamic() && object.dynamic().is_some_and(|all| all.contains(dynamic_key(name))) {
                return write_dynamic(cx, object, name, value, strict);
            }
        }
        Lookup::Static(property) => {
            let text = message!("Accessing static property ", class_name(class), "::$", property.name, " as non static");
            diagnostics::notice(cx, text)?;
        }
        Lookup::Inaccessible(_) => {}
    }
    if let Some(method) = class.magic.set
        && let Some(_guard) = guard::enter(object, name, Kind::Set)
    {
        return call_set(cx, object, name, method, value);
    }
    match found {
        Lookup::Inaccessible(property) => inaccessible(cx, class, property),
        _ => {
            may_create(cx, object, name)?;
            write_dynamic(cx, object, name, value, strict)
        }
    }
}

fn call_set(cx: &mut Cx, object: &Object, name: &Str, method: FuncRef, value: Value) -> Result<Value> {
    let object = object.clone();
    calls::call_on_with(cx, &object, method, [name.clone().into(), value.clone()])?;
    Ok(value)
}

fn write_declared(
    cx: &mut Cx,
    object: &Object,
    name: &Str,
    property: &'static Property,
    value: Value,
    scope: Option<ClassRef>,
    strict: bool,
) -> Result<Value> {
    if property.has_hooks() && !in_hook(property) {
        return write_hooked(cx, object, property, value, scope, strict);
    }
    let slot = property.slot.get();
    if slot == NO_SLOT {
        return throw_error(cx, message!("Property ", class_name(property.class), "::$", property.name, " is read-only"));
    }
    let old = object.slot(slot as usize);
    if old.is_undef()
        && (property.ty.is_none() || was_unset(object, property))
        && let Some(method) = object.class_ref().magic.set
        && let Some(_guard) = guard::enter(object, name, Kind::Set)
    {
        return call_set(cx, object, name, method, value);
    }
    check_writable(cx, object, property, &old, scope, "modify")?;
    if let Some(cell) = old.as_reference() {
        return reference::assign_reference(cx, cell, value, strict);
    }
    let value = coerce_to(cx, property, value, object.class_ref(), strict)?;
    drop(old);
    object.set_slot(slot as usize, value.clone());
    pending::check()?;
    Ok(value)
}

fn write_hooked(
    cx: &mut Cx,
    object: &Object,
    property: &'static Property,
    value: Value,
    scope: Option<ClassRef>,
    strict: bool,
) -> Result<Value> {
    let object = object.clone();
    check_set_visibility(cx, property, scope, "modify")?;
    if let Some(hook) = property.set_hook.get() {
        let operand = value.clone();
        let flags = if strict { phpc_abi::layout::CALL_STRICT } else { 0 };
        calls::call_func(cx, hook, Target::This(object), vec![value], flags)?;
        return Ok(operand);
    }
    if property.slot.get() == NO_SLOT {
        return throw_error(cx, message!("Property ", class_name(property.class), "::$", property.name, " is read-only"));
    }
    let value = coerce_to(cx, property, value, object.class_ref(), strict)?;
    object.set_slot(property.slot.get() as usize, value.clone());
    pending::check()?;
    Ok(value)
}

fn coerce_to(cx: &mut Cx, property: &'static Property, value: Value, called: ClassRef, strict: bool) -> Result<Value> {
    let Some(ty) = &property.ty else { return Ok(value) };
    match coerce::coerce(cx, ty, value, Some(called), Mode::user(strict))? {
        Ok(value) => Ok(value),
        Err(value) => throw_type_error(cx, type_error(property, &value)),
    }
}

/// "Cannot assign string to property A::$n of type int"
pub fn type_error(property: &Property, value: &Value) -> Vec<u8> {
    let ty = property.ty.as_ref().map_or(&b"mixed"[..], |ty| ty.text);
    message!(
        "Cannot assign ", coerce::type_name(value), " to property ", class_name(property.class), "::$", property.name,
        " of type ", ty
    )
}

fn write_dynamic(cx: &mut Cx, object: &Object, name: &Str, value: Value, strict: bool) -> Result<Value> {
    if let Some(old) = object.dynamic().and_then(|all| all.get(dynamic_key(name)).map(|_| raw_dynamic(&all, name)))
        && let Some(cell) = old.as_reference()
    {
        return reference::assign_reference(cx, cell, value, strict);
    }
    let old = object.with_dynamic(|all| {
        let (slot, _) = all.slot_or_insert(dynamic_key(name));
        // SAFETY: the slot just found; the old value is dropped after the array is back in its place.
        let old = unsafe { Value::from_raw(std::mem::replace(&mut *slot, value.clone().into_raw())) };
        all.note_stored(&value);
        old
    });
    drop(old);
    pending::check()?;
    Ok(value)
}

/// The element as it is, reference or not.
fn raw_dynamic(all: &crate::Array, name: &Str) -> Value {
    match all.find(dynamic_key(name)) {
        Some(at) => all.value_at_raw(at).to_value(),
        None => Value::UNDEF,
    }
}

/// An undeclared property is about to be created.
fn may_create(cx: &mut Cx, object: &Object, name: &Str) -> Result {
    check_name(cx, name)?;
    let class = object.class_ref();
    if class.is_enum() || class.modifiers.contains(Modifiers::READONLY) || forbids_dynamic(class) {
        return throw_error(cx, message!("Cannot create dynamic property ", class_name(class), "::$", &**name));
    }
    if allows_dynamic(class) {
        return Ok(());
    }
    let object = object.clone();
    diagnostics::deprecated(cx, message!("Creation of dynamic property ", class_name(class), "::$", &**name, " is deprecated"))?;
    drop(object);
    pending::check()
}

/// stdClass and classes with `#[AllowDynamicProperties]`, inherited.
pub fn allows_dynamic(class: ClassRef) -> bool {
    class.ancestry().any(|class| match class.origin {
        crate::classes::Origin::User { decl, .. } => decl
            .attributes
            .iter()
            .any(|attribute| attribute.name.strip_prefix(b"\\").unwrap_or(&attribute.name).eq_ignore_ascii_case(b"AllowDynamicProperties")),
        crate::classes::Origin::Builtin(builtin) => builtin.attributes.contains(&"AllowDynamicProperties"),
    })
}

/// Builtin classes like Closure and Generator.
fn forbids_dynamic(class: ClassRef) -> bool {
    class.ancestry().any(|class| match class.origin {
        crate::classes::Origin::Builtin(builtin) => builtin.attributes.contains(&"NoDynamicProperties"),
        crate::classes::Origin::User { .. } => false,
    })
}

fn check_name(cx: &mut Cx, name: &Str) -> Result {
    if name.first() == Some(&0) {
        return throw_error(cx, b"Cannot access property starting with \"\\0\"".to_vec());
    }
    Ok(())
}

/// Who may write: visibility for setting, readonly.
fn check_writable(
    cx: &mut Cx,
    object: &Object,
    property: &'static Property,
    old: &Value,
    scope: Option<ClassRef>,
    verb: &str,
) -> Result {
    const GUARDED: u32 =
        Modifiers::READONLY.0 | Modifiers::PRIVATE_SET.0 | Modifiers::PROTECTED_SET.0 | Modifiers::PUBLIC_SET.0;
    if property.modifiers.0 & GUARDED == 0 {
        return Ok(());
    }
    if property.is_readonly() && !old.is_undef() {
        let allowed = can_set(property, scope) && create::may_reinitialise(object, property.slot.get());
        if !allowed {
            return throw_error(cx, message!("Cannot ", verb, " readonly property ", class_name(property.class), "::$", property.name));
        }
        return Ok(());
    }
    check_set_visibility(cx, property, scope, verb)
}

/// The visibility for setting: declared, or protected for readonly properties.
fn set_rank(property: &Property) -> u32 {
    match set_visibility_rank(property.modifiers) {
        Some(rank) => rank,
        None if property.is_readonly() && property.is_private() => 2,
        None if property.is_readonly() => 1,
        None => 0,
    }
}

fn can_set(property: &'static Property, scope: Option<ClassRef>) -> bool {
    match set_rank(property) {
        0 => true,
        1 => protected_access(property.root(), scope),
        _ => scope == Some(property.class),
    }
}

fn check_set_visibility(cx: &mut Cx, property: &'static Property, scope: Option<ClassRef>, verb: &str) -> Result {
    if can_set(property, scope) {
        return Ok(());
    }
    let level = if set_rank(property) == 2 { "private(set)" } else { "protected(set)" };
    let readonly = if property.is_readonly() { " readonly" } else { "" };
    let from = match scope {
        Some(scope) => message!("scope ", class_name(scope)),
        None => b"global scope".to_vec(),
    };
    throw_error(
        cx,
        message!(
            "Cannot ", verb, " ", level, readonly, " property ", class_name(property.class), "::$", property.name, " from ", from
        ),
    )
}

fn inaccessible<T>(cx: &mut Cx, class: ClassRef, property: &Property) -> Result<T> {
    throw_error(
        cx,
        message!("Cannot access ", visibility(property.modifiers), " property ", class_name(class), "::$", property.name),
    )
}

fn uninitialised_error<T>(cx: &mut Cx, property: &Property) -> Result<T> {
    throw_error(
        cx,
        message!(
            "Typed property ", class_name(property.class), "::$", property.name, " must not be accessed before initialization"
        ),
    )
}

// ---- isset and unset

pub fn isset_property(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>, want_truth: bool) -> Result<bool> {
    let class = object.class_ref();
    if let Some(handler) = class.handlers.has_property
        && let Some(found) = handler(cx, object, name)?
    {
        return Ok(found);
    }
    let verdict = |value: &Value| if want_truth { convert::to_bool(value) } else { !value.is_null() };
    let mut uninitialised = false;
    match lookup_str(class, name, scope) {
        Lookup::Declared(property) => {
            if property.has_hooks() && !in_hook(property) {
                if property.get_hook.get().is_none() && property.is_virtual.get() {
                    return throw_error(cx, message!("Property ", class_name(property.class), "::$", property.name, " is write-only"));
                }
                if property.get_hook.get().is_some() {
                    let value = read_hooked(cx, object, property)?;
                    return Ok(verdict(&value));
                }
            }
            if property.slot.get() != NO_SLOT {
                let value = object.slot(property.slot.get() as usize);
                if !value.is_undef() {
                    return Ok(verdict(&value.into_plain()));
                }
                uninitialised = property.ty.is_some() && !was_unset(object, property);
            }
        }
        Lookup::Dynamic => {
            if let Some(value) = dynamic_value(object, name) {
                return Ok(verdict(&value));
            }
        }
        Lookup::Inaccessible(_) | Lookup::Static(_) => {}
    }
    let Some(method) = class.magic.isset.filter(|_| !uninitialised) else { return Ok(false) };
    let Some(_guard) = guard::enter(object, name, Kind::Isset) else { return Ok(false) };
    let object = object.clone();
    let set = calls::call_on_with(cx, &object, method, [name.clone().into()])?;
    let set = convert::to_bool(&set);
    if !set || !want_truth {
        return Ok(set);
    }
    match class.magic.get {
        Some(method) => match guard::enter(&object, name, Kind::Get) {
            Some(_guard) => {
                let value = calls::call_on_with(cx, &object, method, [name.clone().into()])?;
                Ok(convert::to_bool(&value))
            }
            None => Ok(false),
        },
        None => Ok(false),
    }
}

pub fn unset_property(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>) -> Result {
    let class = object.class_ref();
    if let Some(handler) = class.handlers.unset_property
        && handler(cx, object, name)?
    {
        return Ok(());
    }
    let found = lookup_str(class, name, scope);
    match found {
        Lookup::Declared(property) => {
            if property.has_hooks() {
                return throw_error(cx, message!("Cannot unset hooked property ", class_name(property.class), "::$", property.name));
            }
            let slot = property.slot.get() as usize;
            let old = object.slot(slot);
            if !old.is_undef() {
                check_writable(cx, object, property, &old, scope, "unset")?;
                drop(old);
                let gone = object.replace_slot(slot, Value::UNDEF);
                if property.ty.is_some() {
                    // SAFETY: an UNDEF slot; the mark is not a counted payload.
                    unsafe { *object.slot_ptr(slot) = RawValue { tag: Tag::UNDEF, payload: UNSET_MARK } };
                }
                drop(gone);
                return pending::check();
            }
            if property.ty.is_some() && !was_unset(object, property) {
                check_set_visibility(cx, property, scope, "unset")?;
                // SAFETY: as above.
                unsafe { *object.slot_ptr(slot) = RawValue { tag: Tag::UNDEF, payload: UNSET_MARK } };
                return Ok(());
            }
        }
        Lookup::Dynamic => {
            if object.has_dynamic() {
                let gone = object.with_dynamic(|all| all.remove(dynamic_key(name)));
                if gone.is_some() {
                    drop(gone);
                    return pending::check();
                }
            }
        }
        Lookup::Inaccessible(_) | Lookup::Static(_) => {}
    }
    if let Some(method) = class.magic.unset
        && let Some(_guard) = guard::enter(object, name, Kind::Unset)
    {
        let object = object.clone();
        calls::call_on_with(cx, &object, method, [name.clone().into()])?;
        return Ok(());
    }
    match found {
        Lookup::Inaccessible(property) => inaccessible(cx, class, property),
        _ => check_name(cx, name),
    }
}

// ---- places and references

/// Where a nested write finds the property; creates it where PHP does.
pub fn property_place(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>, access: Access) -> Result<PropertyPlace> {
    let class = object.class_ref();
    if let Some(handler) = class.handlers.property_reference.or(class.handlers.read_property)
        && let Some(value) = handler(cx, object, name)?
    {
        return Ok(PropertyPlace::Temporary(value));
    }
    match lookup_str(class, name, scope) {
        Lookup::Declared(property) => {
            if property.has_hooks() && !in_hook(property) {
                return hooked_place(cx, object, property);
            }
            declared_place(cx, object, name, property, scope, access)
        }
        Lookup::Dynamic => {
            if object.has_dynamic() && object.dynamic().is_some_and(|all| all.contains(dynamic_key(name))) {
                return Ok(dynamic_place(object, name));
            }
            if class.magic.get.is_some()
                && let Some(place) = magic_place(cx, object, name, scope)?
            {
                return Ok(place);
            }
            if access == Access::Unset {
                return Ok(PropertyPlace::Temporary(Value::NULL));
            }
            may_create(cx, object, name)?;
            if access == Access::Modify {
                diagnostics::warning(cx, message!("Undefined property: ", class_name(class), "::$", &**name))?;
            }
            Ok(dynamic_place(object, name))
        }
        Lookup::Inaccessible(property) => {
            if class.magic.get.is_some()
                && let Some(place) = magic_place(cx, object, name, scope)?
            {
                return Ok(place);
            }
            inaccessible(cx, class, property)
        }
        Lookup::Static(_) => Ok(PropertyPlace::Temporary(read_property(cx, object, name, scope)?)),
    }
}

fn declared_place(
    cx: &mut Cx,
    object: &Object,
    name: &Str,
    property: &'static Property,
    scope: Option<ClassRef>,
    access: Access,
) -> Result<PropertyPlace> {
    let slot = property.slot.get() as usize;
    let value = object.slot(slot);
    if value.is_undef() {
        let asks_magic = property.ty.is_none() || was_unset(object, property);
        if asks_magic
            && object.class_ref().magic.get.is_some()
            && let Some(place) = magic_place(cx, object, name, scope)?
        {
            return Ok(place);
        }
        if property.ty.is_some() {
            if access == Access::Modify {
                return uninitialised_error(cx, property);
            }
            if property.is_readonly() {
                if !can_set(property, scope) {
                    check_set_visibility(cx, property, scope, "indirectly modify")?;
                }
                return uninitialised_error(cx, property);
            }
            if !can_set(property, scope) {
                check_set_visibility(cx, property, scope, "indirectly modify")?;
            }
            return Ok(PropertyPlace::Slot(object.slot_ptr(slot)));
        }
        if access == Access::Modify {
            let class = class_name(object.class_ref());
            diagnostics::warning(cx, message!("Undefined property: ", class, "::$", &**name))?;
        }
        if object.slot(slot).is_undef() {
            object.set_slot(slot, Value::NULL);
        }
        return Ok(PropertyPlace::Slot(object.slot_ptr(slot)));
    }
    // Objects inside readonly properties may be changed: they are not the property.
    let inner_object = value.deref().as_object().is_some();
    if property.is_readonly() || !can_set(property, scope) {
        if inner_object {
            return Ok(PropertyPlace::Temporary(value.into_plain()));
        }
        if property.is_readonly() && !create::may_reinitialise(object, property.slot.get()) {
            return throw_error(
                cx,
                message!("Cannot indirectly modify readonly property ", class_name(property.class), "::$", property.name),
            );
        }
        check_set_visibility(cx, property, scope, "indirectly modify")?;
    }
    Ok(PropertyPlace::Slot(object.slot_ptr(slot)))
}

fn dynamic_place(object: &Object, name: &Str) -> PropertyPlace {
    let slot = object.with_dynamic(|all| {
        let (slot, is_new) = all.slot_or_insert(dynamic_key(name));
        if is_new {
            // SAFETY: the new element's slot, in place.
            unsafe { slot.write(RawValue::NULL) };
        }
        all.note_stored(&Value::from(Reference::new(Value::NULL)));
        all.slot_or_insert(dynamic_key(name)).0
    });
    PropertyPlace::Slot(slot)
}

fn hooked_place(cx: &mut Cx, object: &Object, property: &'static Property) -> Result<PropertyPlace> {
    let Some(hook) = property.get_hook.get() else {
        if property.is_virtual.get() {
            return read_hooked(cx, object, property).map(PropertyPlace::Temporary);
        }
        return throw_error(
            cx,
            message!("Indirect modification of ", class_name(property.class), "::$", property.name, " is not allowed"),
        );
    };
    let by_reference = hook.decl.returns_reference;
    let object = object.clone();
    let value = calls::invoke(cx, hook, &Target::This(object), None, Vec::new(), 0)?;
    if by_reference || value.as_object().is_some() {
        return Ok(PropertyPlace::Temporary(value));
    }
    throw_error(
        cx,
        message!("Indirect modification of ", class_name(property.class), "::$", property.name, " is not allowed"),
    )
}

/// The value that `__get` gives; None: it is running for this name already.
fn magic_place(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>) -> Result<Option<PropertyPlace>> {
    let _ = scope;
    let class = object.class_ref();
    let Some(method) = class.magic.get else { return Ok(None) };
    let Some(_guard) = guard::enter(object, name, Kind::Get) else { return Ok(None) };
    let object = object.clone();
    let value = calls::invoke(cx, method, &Target::This(object), None, vec![name.clone().into()], 0)?;
    if !value.is_reference() && value.as_object().is_none() {
        let text = message!("Indirect modification of overloaded property ", class_name(class), "::$", &**name, " has no effect");
        diagnostics::notice(cx, text)?;
    }
    Ok(Some(PropertyPlace::Temporary(value)))
}

/// `&$object->name`
pub fn property_reference(cx: &mut Cx, object: &Object, name: &Str, scope: Option<ClassRef>) -> Result<Reference> {
    let class = object.class_ref();
    let typed = match lookup_str(class, name, scope) {
        Lookup::Declared(property) if property.slot.get() != NO_SLOT => Some(property),
        _ => None,
    };
    if let Some(property) = typed.filter(|property| property.ty.is_some() && !property.has_hooks()) {
        let value = object.slot(property.slot.get() as usize);
        if value.is_undef() {
            if property.is_readonly() || !can_set(property, scope) {
                check_set_visibility(cx, property, scope, "indirectly modify")?;
            }
            if !property.ty.as_ref().is_some_and(|ty| ty.allows_null()) {
                return throw_error(
                    cx,
                    message!(
                        "Cannot access uninitialized non-nullable property ", class_name(property.class), "::$", property.name,
                        " by reference"
                    ),
                );
            }
            object.set_slot(property.slot.get() as usize, Value::NULL);
        }
    }
    match property_place(cx, object, name, scope, Access::Write)? {
        PropertyPlace::Slot(slot) => {
            // SAFETY: the slot that was just found; nothing has run since.
            let cell = Reference::make(unsafe { &mut *slot.cast::<Value>() });
            if let Some(property) = typed.filter(|property| property.ty.is_some()) {
                reference::add_source(&cell, property);
            }
            Ok(cell)
        }
        PropertyPlace::Temporary(value) => Ok(match value.as_reference() {
            Some(cell) => cell.clone(),
            None => Reference::new(value),
        }),
    }
}

/// `$object->name = &$cell`
pub fn bind_property_reference(cx: &mut Cx, object: &Object, name: &Str, cell: Reference, scope: Option<ClassRef>) -> Result {
    let typed = match lookup_str(object.class_ref(), name, scope) {
        Lookup::Declared(property) if property.ty.is_some() => Some(property),
        _ => None,
    };
    let place = property_place(cx, object, name, scope, Access::Write)?;
    if let Some(property) = typed {
        reference::bind(cx, property, &cell, false)?;
    }
    match place {
        PropertyPlace::Slot(slot) => {
            // SAFETY: the object keeps the slot; a coercion above cannot move declared slots, and undeclared properties have
            // no types.
            let old = unsafe { std::mem::replace(&mut *slot.cast::<Value>(), cell.into()) };
            drop(old);
        }
        PropertyPlace::Temporary(_) => {}
    }
    pending::check()
}

/// `parent::$name::get()` and `::set()`: the parent's hook, or plain access to the stored value.
pub fn parent_hook(cx: &mut Cx, this: &Object, name: &Str, is_set: bool, func: FuncRef) -> Result<Callable> {
    let kind = if is_set { "set" } else { "get" };
    let Some(parent) = func.class.and_then(|class| class.parent()) else {
        return throw_error(cx, b"Cannot use \"parent\" when current class scope has no parent".to_vec());
    };
    let Some(&property) = parent.properties.get_str(name) else {
        return throw_error(cx, message!("Undefined property ", class_name(parent), "::$", &**name));
    };
    if property.is_private() {
        return throw_error(cx, message!("Cannot access private property ", class_name(parent), "::$", &**name));
    }
    let hook = if is_set { property.set_hook.get() } else { property.get_hook.get() };
    if let Some(hook) = hook {
        if hook.is_abstract() {
            return throw_error(
                cx,
                message!("Cannot call abstract property hook ", class_name(parent), "::$", &**name, "::", kind, "()"),
            );
        }
        return Ok(Callable { func: hook, target: Target::This(this.clone()), closure: None });
    }
    let func: &'static Func = super::marker::plain_access(property, is_set);
    Ok(Callable { func, target: Target::This(this.clone()), closure: None })
}

/// The class that everything unnamed belongs to.
pub fn std_class() -> ClassRef {
    table::class_table().known("stdclass")
}
