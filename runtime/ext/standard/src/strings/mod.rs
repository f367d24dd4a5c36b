//! String functions.

pub(crate) mod case;
pub(crate) mod compare;
pub(crate) mod encode;
pub(crate) mod escape;
pub(crate) mod format;
pub(crate) mod html;
pub(crate) mod join;
pub(crate) mod pack;
pub(crate) mod password;
pub(crate) mod replace;
pub(crate) mod scan;
pub(crate) mod search;
pub(crate) mod slice;
pub(crate) mod trim;
pub(crate) mod url;

php_constants! {
    STR_PAD_LEFT: Int = 0;
    STR_PAD_RIGHT: Int = 1;
    STR_PAD_BOTH: Int = 2;
}

use phpc_core::php_constants;
