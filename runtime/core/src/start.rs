//! Puts core together: what the values' half asks of classes, calls and exceptions, and core's own classes.

use crate::behaviour::{cast, iteration, native, reference};
use crate::classes::table::class_table;
use crate::exceptions::{self, uncaught};
use crate::global::Global;
use crate::classes::display::{class_name, visibility};
use crate::hooks;
use crate::{Cx, Object, Result, Value, calls, closures, diagnostics, fibers, generators, message, pending, traces, weak_classes};

static STARTED: Global<bool> = Global::new(false);

/// Once in a process, before anything else.
pub fn start() {
    if STARTED.replace(true) {
        return;
    }
    for classes in [crate::behaviour::marker::CLASSES, crate::behaviour::walk::CLASSES, exceptions::classes::CLASSES, closures::CLASSES, generators::CLASSES, fibers::CLASSES, weak_classes::CLASSES] {
        class_table().register_builtins(classes);
    }
    hooks::install(|hooks| {
        hooks.position = traces::current_position;
        hooks.destruct = destruct;
        hooks.free_native = native::free;
        hooks.visit_native = native::visit;
        hooks.forget_reference_sources = reference::forget_sources;
        hooks.throw = |cx, class, message| {
            let class = class_table().get(class.to_ascii_lowercase().as_bytes());
            let class = class.unwrap_or_else(|| class_table().known("error"));
            exceptions::throw_new(cx, class, &message)
        };
        hooks.class_name = |object| object.class_ref().name.str();
        hooks.object_to_string = cast::to_string;
        hooks.object_to_string_if_any = cast::to_string_if_any;
        hooks.object_cast = cast::cast;
        hooks.compare_objects = cast::compare;
        hooks.is_enum = |object| object.class_ref().is_enum();
        hooks.call = call;
        hooks.finish_pending = uncaught::finish_pending;
        hooks.object_properties = iteration::mangled_properties;
    });
}

fn call(cx: &mut Cx, callable: &Value, args: Vec<Value>) -> Result<Value> {
    calls::call_value(cx, callable, args)
}

/// Runs a destructor; what was pending before stays so, and what it throws is chained to it.
fn destruct(object: &Object) {
    if fibers::destroy(object) || generators::destroy(object) {
        return;
    }
    let Some(method) = object.class_ref().magic.destructor else { return };
    if pending::word() & pending::EXIT != 0 {
        return;
    }
    exceptions::set_aside(|| {
        if !method.is_public() && !may_destruct(object, method) {
            return;
        }
        let _ = calls::call_on(&mut Cx::enter(), object, method, Vec::new());
    });
}

/// May the running code destroy objects with this private or protected destructor? An Error otherwise; at the end of the
/// program, where no code runs, a warning.
fn may_destruct(object: &Object, method: crate::classes::FuncRef) -> bool {
    let cx = &mut Cx::enter();
    let scope = traces::current_scope();
    let allowed = method.class == scope
        || !method.is_private() && calls::method::protected_access(method.class.unwrap_or(object.class_ref()), scope);
    if allowed {
        return true;
    }
    let class = class_name(object.class_ref());
    let called = message!("Call to ", visibility(method.modifiers), " ", class, "::__destruct() from ");
    let _ = if traces::current_function().is_none() {
        diagnostics::warning(cx, message!(called, "global scope during shutdown ignored"))
    } else {
        let from = scope.map_or(b"global scope".to_vec(), |scope| message!("scope ", class_name(scope)));
        exceptions::throw_error(cx, message!(called, from))
    };
    false
}
