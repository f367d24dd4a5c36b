//! Reserved words, in any case.

use super::token::TokenKind;

const LONGEST: usize = 15;

/// The keyword that `word` is, if it is one.
pub(super) fn keyword(word: &[u8]) -> Option<TokenKind> {
    if word.len() < 2 || word.len() > LONGEST {
        return None;
    }
    let mut buffer = [0; LONGEST];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    lookup(lower)
}

fn lookup(word: &[u8]) -> Option<TokenKind> {
    use TokenKind::*;
    Some(match word {
        b"abstract" => Abstract,
        b"and" => LogicalAnd,
        b"array" => Array,
        b"as" => As,
        b"break" => Break,
        b"callable" => Callable,
        b"case" => Case,
        b"catch" => Catch,
        b"class" => Class,
        b"clone" => Clone,
        b"const" => Const,
        b"continue" => Continue,
        b"declare" => Declare,
        b"default" => Default,
        b"die" | b"exit" => Exit,
        b"do" => Do,
        b"echo" => Echo,
        b"else" => Else,
        b"elseif" => Elseif,
        b"empty" => Empty,
        b"enddeclare" => Enddeclare,
        b"endfor" => Endfor,
        b"endforeach" => Endforeach,
        b"endif" => Endif,
        b"endswitch" => Endswitch,
        b"endwhile" => Endwhile,
        b"eval" => Eval,
        b"extends" => Extends,
        b"final" => Final,
        b"finally" => Finally,
        b"fn" => Fn,
        b"for" => For,
        b"foreach" => Foreach,
        b"function" => Function,
        b"global" => Global,
        b"goto" => Goto,
        b"if" => If,
        b"implements" => Implements,
        b"include" => Include,
        b"include_once" => IncludeOnce,
        b"instanceof" => Instanceof,
        b"insteadof" => Insteadof,
        b"interface" => Interface,
        b"isset" => Isset,
        b"list" => List,
        b"match" => Match,
        b"namespace" => Namespace,
        b"new" => New,
        b"or" => LogicalOr,
        b"print" => Print,
        b"private" => Private,
        b"protected" => Protected,
        b"public" => Public,
        b"readonly" => Readonly,
        b"require" => Require,
        b"require_once" => RequireOnce,
        b"return" => Return,
        b"static" => Static,
        b"switch" => Switch,
        b"throw" => Throw,
        b"trait" => Trait,
        b"try" => Try,
        b"unset" => Unset,
        b"use" => Use,
        b"var" => Var,
        b"while" => While,
        b"xor" => LogicalXor,
        b"yield" => Yield,
        b"__class__" => ClassConst,
        b"__dir__" => DirConst,
        b"__file__" => FileConst,
        b"__function__" => FunctionConst,
        b"__halt_compiler" => HaltCompiler,
        b"__line__" => LineConst,
        b"__method__" => MethodConst,
        b"__namespace__" => NamespaceConst,
        b"__property__" => PropertyConst,
        b"__trait__" => TraitConst,
        _ => return None,
    })
}
