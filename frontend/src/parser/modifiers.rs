//! Modifiers of members, parameters and classes, and which of them go together.

use super::{Parse, Parser};
use crate::ast::Modifiers;
use crate::lexer::TokenKind;

/// What modifiers stand before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Property,
    Method,
    Constant,
    Parameter,
    Hook,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Target::Property => "property",
            Target::Method => "method",
            Target::Constant => "class constant",
            Target::Parameter => "parameter",
            Target::Hook => "property hook",
        }
    }

    fn allows(self, modifier: Modifiers) -> bool {
        use Target::{Constant, Method, Parameter, Property};
        match modifier {
            Modifiers::PUBLIC | Modifiers::PROTECTED | Modifiers::PRIVATE => self != Target::Hook,
            Modifiers::ABSTRACT | Modifiers::STATIC => matches!(self, Property | Method),
            Modifiers::FINAL => matches!(self, Property | Method | Constant) || self == Target::Hook,
            _ => matches!(self, Property | Parameter),
        }
    }
}

impl<'a> Parser<'a, '_> {
    /// All modifiers that stand here, `None` without any.
    pub(super) fn parse_modifiers(&mut self, target: Target) -> Parse<Option<Modifiers>> {
        let tokens = self.skip_modifiers();
        match tokens.is_empty() {
            true => Ok(None),
            false => self.check_modifiers(&tokens, target).map(Some),
        }
    }

    /// Modifiers before it is known what they stand before.
    pub(super) fn skip_modifiers(&mut self) -> Vec<Modifiers> {
        let mut list = Vec::new();
        while let Some(modifier) = member_modifier(self.kind()) {
            self.advance();
            list.push(modifier);
        }
        list
    }

    pub(super) fn check_modifiers(&mut self, list: &[Modifiers], target: Target) -> Parse<Modifiers> {
        let mut all = Modifiers::NONE;
        for &modifier in list {
            if let Some(message) = refusal(all, modifier, target) {
                return self.compile_error_ahead(message);
            }
            all = all.with(modifier);
        }
        Ok(all)
    }

    /// `abstract`, `final`, `readonly` before a class.
    pub(super) fn parse_class_modifiers(&mut self, anonymous: bool) -> Parse<Modifiers> {
        let mut all = Modifiers::NONE;
        while let Some(modifier) = class_modifier(self.kind()) {
            self.advance();
            let message = match anonymous {
                true => anonymous_class_refusal(all, modifier),
                false => class_refusal(all, modifier),
            };
            if let Some(message) = message {
                return self.compile_error(message);
            }
            all = all.with(modifier);
        }
        Ok(all)
    }
}

fn refusal(all: Modifiers, new: Modifiers, target: Target) -> Option<String> {
    if !target.allows(new) {
        return Some(format!("Cannot use the {new:?} modifier on a {}", target.name()));
    }
    let both = all.with(new);
    if all.has_any(Modifiers::VISIBILITY) && new.has_any(Modifiers::VISIBILITY) {
        return Some("Multiple access type modifiers are not allowed".into());
    }
    if let Some(message) = repeated(all, new) {
        return Some(message);
    }
    if both.has(Modifiers::ABSTRACT.with(Modifiers::FINAL)) && matches!(target, Target::Method | Target::Property) {
        return Some(format!("Cannot use the final modifier on an abstract {}", target.name()));
    }
    if all.has_any(Modifiers::SET_VISIBILITY) && new.has_any(Modifiers::SET_VISIBILITY) {
        return Some("Multiple access type modifiers are not allowed".into());
    }
    None
}

fn repeated(all: Modifiers, new: Modifiers) -> Option<String> {
    let words = [Modifiers::ABSTRACT, Modifiers::STATIC, Modifiers::FINAL, Modifiers::READONLY];
    (words.contains(&new) && all.has(new)).then(|| format!("Multiple {new:?} modifiers are not allowed"))
}

fn class_refusal(all: Modifiers, new: Modifiers) -> Option<String> {
    if let Some(message) = repeated(all, new) {
        return Some(message);
    }
    let both = all.with(new);
    let contradiction = both.has(Modifiers::ABSTRACT.with(Modifiers::FINAL));
    contradiction.then(|| "Cannot use the final modifier on an abstract class".into())
}

fn anonymous_class_refusal(all: Modifiers, new: Modifiers) -> Option<String> {
    if new.has_any(Modifiers::ABSTRACT.with(Modifiers::FINAL)) {
        return Some(format!("Cannot use the {new:?} modifier on an anonymous class"));
    }
    repeated(all, new)
}

pub(super) fn member_modifier(kind: TokenKind) -> Option<Modifiers> {
    Some(match kind {
        TokenKind::Public => Modifiers::PUBLIC,
        TokenKind::Protected => Modifiers::PROTECTED,
        TokenKind::Private => Modifiers::PRIVATE,
        TokenKind::PublicSet => Modifiers::PUBLIC_SET,
        TokenKind::ProtectedSet => Modifiers::PROTECTED_SET,
        TokenKind::PrivateSet => Modifiers::PRIVATE_SET,
        TokenKind::Static => Modifiers::STATIC,
        TokenKind::Abstract => Modifiers::ABSTRACT,
        TokenKind::Final => Modifiers::FINAL,
        TokenKind::Readonly => Modifiers::READONLY,
        _ => return None,
    })
}

fn class_modifier(kind: TokenKind) -> Option<Modifiers> {
    Some(match kind {
        TokenKind::Abstract => Modifiers::ABSTRACT,
        TokenKind::Final => Modifiers::FINAL,
        TokenKind::Readonly => Modifiers::READONLY,
        _ => return None,
    })
}
