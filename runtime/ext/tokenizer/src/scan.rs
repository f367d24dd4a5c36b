//! Source to tokens as PHP counts them: characters are their own numbers.

use bumpalo::Bump;
use phpc_core::{Cx, Result};
use phpc_frontend::lexer::{self, Options, TokenKind};

pub(crate) struct Token<'a> {
    pub id: i64,
    pub text: &'a [u8],
    pub line: i64,
    pub start: usize,
    /// A character that stands for itself.
    pub is_character: bool,
}

pub(crate) fn scan<'a>(cx: &mut Cx, source: &'a [u8], flags: i64) -> Result<Vec<Token<'a>>> {
    if flags & crate::constants::TOKEN_PARSE != 0 {
        return Err(cx.throw_error("phpc does not support the flag TOKEN_PARSE"));
    }
    let arena = Bump::new();
    let mut all = Vec::new();
    for token in lexer::tokenize_all(&arena, source, Options::default()).list {
        let text = &source[token.start as usize..token.end as usize];
        if token.kind == TokenKind::End || text.is_empty() {
            continue;
        }
        let id = token.kind.php_id();
        all.push(Token {
            id: id.map_or_else(|| i64::from(text[0]), i64::from),
            text,
            line: i64::from(token.line),
            start: token.start as usize,
            is_character: id.is_none(),
        });
    }
    Ok(all)
}

/// `T_…`; None for characters and unknown numbers.
pub(crate) fn name(id: i64) -> Option<&'static str> {
    if id == i64::from(TokenKind::DoubleColon.php_id().unwrap_or(0)) {
        return Some("T_DOUBLE_COLON");
    }
    let first = i64::from(TokenKind::Integer.php_id()?) - TokenKind::Integer as i64;
    let index = usize::try_from(id - first).ok().filter(|index| *index < lexer::TOKEN_KINDS)?;
    let kind = TokenKind::from_index(index);
    kind.php_id().filter(|known| i64::from(*known) == id).map(|_| kind.php_name())
}
