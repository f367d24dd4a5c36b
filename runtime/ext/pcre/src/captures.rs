//! Groups of a match as PHP values.

use crate::pattern::Matcher;
use crate::state::*;
use phpc_core::{Array, Key, Str, Value};

/// How groups are shown.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub(crate) offsets: bool,
    pub(crate) unmatched_as_null: bool,
}

impl Form {
    pub(crate) fn of(flags: i64) -> Form {
        Form { offsets: flags & PREG_OFFSET_CAPTURE != 0, unmatched_as_null: flags & PREG_UNMATCHED_AS_NULL != 0 }
    }

    /// A group's value: its text, or its text and offset.
    #[inline]
    pub(crate) fn value(self, subject: &[u8], group: Option<(usize, usize)>) -> Value {
        let text = match group {
            Some((from, to)) => Value::from(Str::new(&subject[from..to])),
            None if self.unmatched_as_null => Value::NULL,
            None => Str::empty().into(),
        };
        if !self.offsets {
            return text;
        }
        let mut pair = Array::with_capacity(2);
        pair.push(text);
        pair.push(Value::int(group.map_or(-1, |(from, _)| from as i64)));
        pair.into()
    }
}

/// All groups of the last match; trailing ones that took no part are there only as NULL.
pub(crate) fn all(matcher: &Matcher, subject: &[u8], count: usize, form: Form) -> Array {
    let pattern = &matcher.pattern;
    let shown = if form.unmatched_as_null { pattern.groups } else { count };
    let group = |number: usize| if number < count { matcher.group(number) } else { None };
    let mut result;
    if pattern.names.is_empty() {
        result = Array::with_capacity(shown);
        for number in 0..shown {
            result.push(form.value(subject, group(number)));
        }
    } else {
        result = Array::hash_with_capacity(shown + pattern.names.len());
        for number in 0..shown {
            let found = group(number);
            let value = form.value(subject, found);
            if let Some(name) = &pattern.names[number] {
                let key = Key::normalise(name);
                // Of groups of the same name the one that took part counts.
                if found.is_some() || !result.contains(key) {
                    result.set(key, value.clone());
                }
            }
            result.push(value);
        }
    }
    if let Some(mark) = matcher.mark() {
        result.set_bytes(b"MARK", mark);
    }
    result
}
