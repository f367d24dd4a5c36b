//! Array functions.

pub(crate) mod build;
pub(crate) mod call;
pub(crate) mod column;
pub(crate) mod edit;
pub(crate) mod extreme;
pub(crate) mod look;
pub(crate) mod merge;
pub(crate) mod order;
pub(crate) mod pointer;
pub(crate) mod range;
pub(crate) mod set;
pub(crate) mod slice;
pub(crate) mod sort;
pub(crate) mod symbols;
pub(crate) mod unique;

use crate::prelude::*;
use phpc_core::calls::{self, Callable, callable};

php_constants! {
    COUNT_NORMAL: Int = 0;
    COUNT_RECURSIVE: Int = 1;
    CASE_LOWER: Int = 0;
    CASE_UPPER: Int = 1;
    ARRAY_FILTER_USE_BOTH: Int = 1;
    ARRAY_FILTER_USE_KEY: Int = 2;
    SORT_ASC: Int = 4;
    SORT_DESC: Int = 3;
    SORT_REGULAR: Int = 0;
    SORT_NUMERIC: Int = 1;
    SORT_STRING: Int = 2;
    SORT_LOCALE_STRING: Int = 5;
    SORT_NATURAL: Int = 6;
    SORT_FLAG_CASE: Int = 8;
    EXTR_OVERWRITE: Int = 0;
    EXTR_SKIP: Int = 1;
    EXTR_PREFIX_SAME: Int = 2;
    EXTR_PREFIX_ALL: Int = 3;
    EXTR_PREFIX_INVALID: Int = 4;
    EXTR_PREFIX_IF_EXISTS: Int = 5;
    EXTR_IF_EXISTS: Int = 6;
    EXTR_REFS: Int = 256;
}

/// A callback argument, checked by the signature: resolved once, called many times.
pub(crate) struct Callback(Callable);

impl Callback {
    pub(crate) fn new(cx: &mut Cx, value: &Value) -> Result<Callback> {
        match callable::resolve(cx, value)? {
            Ok(callable) => Ok(Callback(callable)),
            Err(_) => callable::resolve_for_call(cx, value).map(Callback),
        }
    }
    pub(crate) fn call(&self, cx: &mut Cx, args: Vec<Value>) -> Result<Value> {
        calls::call(cx, &self.0, args)
    }
    pub(crate) fn call_with<const N: usize>(&self, cx: &mut Cx, args: [Value; N]) -> Result<Value> {
        calls::call_with(cx, &self.0, args)
    }
    pub(crate) fn callable(&self) -> &Callable {
        &self.0
    }
}

/// The array under a by-reference argument, taken out while it is changed: put it back before user code runs. It shares no
/// references with those that hold it too, unless somebody else has them.
pub(crate) fn take_array(cell: &Reference) -> Array {
    let mut value = cell.take();
    match value.as_array_mut() {
        Some(array) => {
            let mut array = std::mem::take(array);
            array.own_references();
            array
        }
        None => {
            cell.set(value);
            Array::new()
        }
    }
}

impl Callback {
    /// Its first parameter is by reference.
    pub(crate) fn takes_reference(&self) -> bool {
        self.0.func.passing(0) != phpc_core::abi::decl::Passing::Value
    }
}
