//! Settings: `ini_get`, `ini_set`, and the few that hot code reads.
//!
//! Defaults come from tables; the environment variable `PHPC_INI` (lines `name=value`) overrides them at start.

use super::settings::SETTINGS;
use crate::global::Global;
use crate::{Str, alloc, convert};
use std::collections::BTreeMap;

/// One line of a settings table.
pub struct Setting {
    pub name: &'static str,
    pub default: Option<&'static str>,
    /// `ALL`, `PERDIR` or `SYSTEM`: who may change it.
    pub access: u8,
}

pub const ALL: u8 = 7;
pub const PERDIR: u8 = 6;
pub const SYSTEM: u8 = 4;
/// The bit that `ini_set` needs.
pub const USER: u8 = 1;

struct State {
    tables: Vec<&'static [Setting]>,
    /// Set at start (`PHPC_INI`, compiled-in defaults): what `ini_restore` goes back to.
    configured: BTreeMap<Str, Option<Str>>,
    /// Set by the program.
    current: BTreeMap<Str, Option<Str>>,
}

static STATE: Global<State> =
    Global::new(State { tables: Vec::new(), configured: BTreeMap::new(), current: BTreeMap::new() });
static GENERATION: Global<u32> = Global::new(0);
static PRECISION: Global<i32> = Global::new(14);
static SERIALIZE_PRECISION: Global<i32> = Global::new(-1);
static ERROR_REPORTING: Global<i64> = Global::new(crate::diagnostics::E_ALL);
static DISPLAY_ERRORS: Global<bool> = Global::new(true);
static LOG_ERRORS: Global<bool> = Global::new(false);

#[inline]
pub fn precision() -> i32 {
    PRECISION.get()
}
#[inline]
pub fn serialize_precision() -> i32 {
    SERIALIZE_PRECISION.get()
}
#[inline]
pub fn error_reporting() -> i64 {
    ERROR_REPORTING.get()
}
/// Returns the old level. The setting's text follows when someone asks for it.
pub fn set_error_reporting(level: i64) -> i64 {
    ERROR_REPORTING.replace(level)
}
pub fn display_errors() -> bool {
    DISPLAY_ERRORS.get()
}
pub fn log_errors() -> bool {
    LOG_ERRORS.get()
}

/// Changes whenever a setting may have changed: what was read before is still right as long as it is the same.
#[inline]
pub fn generation() -> u32 {
    GENERATION.get()
}

/// Adds an extension's table.
pub fn register(table: &'static [Setting]) {
    STATE.with(|state| state.tables.push(table));
}

/// Applies `PHPC_INI`.
pub fn start() {
    let Ok(lines) = std::env::var("PHPC_INI") else { return };
    for line in lines.lines() {
        if let Some((name, value)) = line.split_once('=') {
            configure(name.trim().as_bytes(), value.trim().as_bytes());
        }
    }
}

/// A setting given from outside: any is taken, known or not.
pub fn configure(name: &[u8], value: &[u8]) {
    let value = Str::new(unquote(value));
    STATE.with(|state| state.configured.insert(Str::new(name), Some(value.clone())));
    apply(name, Some(&value));
}

fn unquote(value: &[u8]) -> &[u8] {
    match value {
        [b'"', inner @ .., b'"'] | [b'\'', inner @ .., b'\''] => inner,
        [o, n] if [o.to_ascii_lowercase(), n.to_ascii_lowercase()] == *b"on" => b"1",
        _ if [&b"yes"[..], b"true"].iter().any(|word| value.eq_ignore_ascii_case(word)) => b"1",
        _ if [&b"off"[..], b"no", b"none", b"false", b"null"].iter().any(|word| value.eq_ignore_ascii_case(word)) => b"",
        _ => value,
    }
}

/// The table's line.
pub fn find(name: &[u8]) -> Option<&'static Setting> {
    let in_table = |table: &'static [Setting]| table.iter().find(|setting| setting.name.as_bytes() == name);
    in_table(SETTINGS).or_else(|| STATE.with(|state| state.tables.iter().find_map(|&table| in_table(table))))
}

/// All lines, the core's first.
pub fn all() -> Vec<&'static Setting> {
    let more: Vec<&'static [Setting]> = STATE.with(|state| state.tables.clone());
    SETTINGS.iter().chain(more.into_iter().flatten()).collect()
}

/// The value now; `None`: no such setting; `Some(None)`: it has no value.
pub fn get(name: &[u8]) -> Option<Option<Str>> {
    if name == b"error_reporting" && STATE.with(|state| state.current.contains_key(name)) || name == b"error_reporting" && error_reporting() != crate::diagnostics::E_ALL {
        return Some(Some(convert::int_to_str(error_reporting())));
    }
    let set = STATE.with(|state| state.current.get(name).or_else(|| state.configured.get(name)).cloned());
    let setting = find(name)?;
    Some(set.unwrap_or_else(|| setting.default.map(Str::from)))
}

/// The value that `ini_restore` goes back to.
pub fn get_global(name: &[u8]) -> Option<Option<Str>> {
    let set = STATE.with(|state| state.configured.get(name).cloned());
    let setting = find(name)?;
    Some(set.unwrap_or_else(|| setting.default.map(Str::from)))
}

/// The value as text, empty if there is none.
pub fn text(name: &str) -> Str {
    get(name.as_bytes()).flatten().unwrap_or_default()
}
pub fn int(name: &str) -> i64 {
    convert::str_to_int(&text(name))
}
/// On, yes, true or a number that is not 0.
pub fn flag(name: &str) -> bool {
    truth(&text(name))
}

fn truth(value: &[u8]) -> bool {
    [&b"on"[..], b"yes", b"true"].iter().any(|word| value.eq_ignore_ascii_case(word)) || convert::str_to_int(value) != 0
}

/// `ini_set`: the old value, or `None` if it cannot be changed (unknown, not the program's to change, or refused).
pub fn set(name: &[u8], value: &Str) -> Option<Option<Str>> {
    let setting = find(name)?;
    if setting.access & USER == 0 {
        return None;
    }
    let old = get(name)?;
    if !apply(name, Some(value)) {
        return None;
    }
    STATE.with(|state| state.current.insert(Str::new(name), Some(value.clone())));
    Some(old)
}

/// `ini_restore`.
pub fn restore(name: &[u8]) {
    let changed = STATE.with(|state| state.current.remove(name)).is_some();
    if changed || name == b"error_reporting" {
        if let Some(value) = get_global(name) {
            apply(name, value.as_ref());
        }
    }
}

/// Copies a value to where hot code reads it. False: refused.
fn apply(name: &[u8], value: Option<&Str>) -> bool {
    let text: &[u8] = value.map_or(b"", |value| value);
    GENERATION.set(GENERATION.get().wrapping_add(1));
    let int = convert::str_to_int(text);
    match name {
        b"precision" if int < -1 => return false,
        b"precision" => PRECISION.set(int.min(500) as i32),
        b"serialize_precision" if int < -1 => return false,
        b"serialize_precision" => SERIALIZE_PRECISION.set(int.min(500) as i32),
        b"error_reporting" => ERROR_REPORTING.set(if value.is_none() { crate::diagnostics::E_ALL } else { int }),
        b"display_errors" => DISPLAY_ERRORS.set(truth(text) || text.eq_ignore_ascii_case(b"stdout")),
        b"log_errors" => LOG_ERRORS.set(truth(text)),
        b"memory_limit" => {
            let bytes = parse_quantity(text);
            return alloc::set_limit((bytes >= 0).then_some(bytes as usize));
        }
        b"max_execution_time" => super::timeout::set(int),
        _ => {}
    }
    true
}

/// `128M`, `1G`, `512k` as bytes.
pub fn parse_quantity(text: &[u8]) -> i64 {
    let number = convert::str_to_int(text);
    let shift = match text.iter().rev().find(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase) {
        Some(b'g') => 30,
        Some(b'm') => 20,
        Some(b'k') => 10,
        _ => 0,
    };
    number.saturating_mul(1 << shift)
}

/// Forgets what the program set, for the end.
pub(super) fn clear() {
    STATE.with(|state| {
        state.current.clear();
        state.configured.clear();
    });
}
