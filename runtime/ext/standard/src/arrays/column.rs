//! `array_column`.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![array_column];

#[php_function("array_column(array $array, int|string|null $column_key, int|string|null $index_key = null): array")]
fn array_column(cx: &mut Cx, array: &Array, column_key: &Value, index_key: &Value) -> Result<Array> {
    let mut result = if index_key.is_null() { Array::with_capacity(array.len()) } else { Array::new() };
    for row in array.values() {
        let row = row.to_value();
        let value = match column_key.is_null() {
            true => Some(row.clone()),
            false => cell(cx, &row, column_key)?,
        };
        let Some(value) = value else { continue };
        let index = if index_key.is_null() { None } else { cell(cx, &row, index_key)? };
        match index {
            None => drop(result.push(value)),
            Some(index) => match index.view() {
                View::Int(int) => result.set_int(int, value),
                View::Str(text) => result.set(Key::normalise(text), value),
                View::Null => result.set_str(&Str::empty(), value),
                View::Bool(bit) => result.set_int(bit as i64, value),
                View::Float(float) => result.set_int(convert::float_to_int(float), value),
                View::Object(_) => {
                    let text = OwnedKey::from(convert::to_str(cx, &index)?);
                    result.set(text.as_key(), value);
                }
                _ => drop(result.push(value)),
            },
        }
    }
    Ok(result)
}

/// A row's element or property of that name.
fn cell(cx: &mut Cx, row: &Value, name: &Value) -> Result<Option<Value>> {
    match row.view() {
        View::Array(row) => Ok(match name.view() {
            View::Int(int) => row.get_int(int),
            View::Str(text) => match Key::normalise(text) {
                Key::Int(int) => row.get_int(int),
                Key::Str(text) => row.get_str(text),
            },
            _ => None,
        }
        .map(|value| value.to_value())),
        View::Object(object) => {
            let name = convert::to_str(cx, name)?;
            crate::access::property_if_set(cx, object, &name)
        }
        _ => Ok(None),
    }
}
