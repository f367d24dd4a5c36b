//! `#[php_function]` and `#[php_method]`: from a Rust function and the line of PHP that declares it to a descriptor, a form
//! called with values, and a form with a C signature that emitted code calls.
//!
//! Uses neither syn nor quote: the signature is text, the generated code is text. Start with [`php_function`].

mod expand;
mod item;
mod signature;

use proc_macro::TokenStream;

/// `#[php_function("strpos(string $haystack, string $needle, int $offset = 0): int|false", THROWS)]`
///
/// After the signature come the function's effects (names of `abi::effects`, joined by `|`; none: it may do anything) and
/// `deprecated = " since 8.4, use f() instead"`. The Rust function bears PHP's name; its parameters stand in PHP's order, a
/// leading `cx: &mut Cx` is optional. One that takes `(cx, call: &mut Call)` reads its arguments itself and has no direct
/// form. Beside the function a module of its name appears, with `FUNCTION` in it.
#[proc_macro_attribute]
pub fn php_function(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(arguments, item, expand::Kind::Function)
}

/// `#[php_method("public getSize(): int")]` on a function `(cx, this: &Object, …)` (`cx` and `this` optional): the
/// module of its name holds `METHOD`, for the `methods` of a `BuiltinClass`.
#[proc_macro_attribute]
pub fn php_method(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(arguments, item, expand::Kind::Method)
}
