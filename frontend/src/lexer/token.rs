//! The kinds of tokens, with PHP's names and numbers.

/// A token of the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub kind: TokenKind,
    pub start: u32,
    pub end: u32,
    /// The line of the first byte.
    pub line: u32,
    /// The line that the scanner has reached after the token.
    pub end_line: u32,
    /// Index into [`super::Tokens::values`], or [`NO_VALUE`].
    pub value: u32,
}

/// The token stands for its own text.
pub const NO_VALUE: u32 = u32::MAX;

impl TokenKind {
    /// The number of the `T_…` constant. Characters such as `;` have none.
    pub fn php_id(self) -> Option<u32> {
        if self.php_name().is_empty() || self == TokenKind::End {
            return None;
        }
        Some(self as u32 + 239)
    }

    /// `T_…`, or empty for characters such as `;`.
    pub fn php_name(self) -> &'static str {
        PHP_NAMES[self as usize]
    }

    /// How syntax errors call the token: a description, or the text in single quotes.
    pub fn label(self) -> &'static str {
        LABELS[self as usize]
    }

    pub fn from_index(index: usize) -> TokenKind {
        KINDS[index]
    }

    /// Whether this is a word that can also name a member: all keywords but `__halt_compiler`.
    pub fn is_semi_reserved(self) -> bool {
        self.is_reserved_non_modifier() || self.is_modifier_word()
    }

    /// Keywords that can name members and are not modifiers.
    pub fn is_reserved_non_modifier(self) -> bool {
        use TokenKind::*;
        let index = self as u8;
        (index >= Include as u8 && index <= NamespaceConst as u8)
            && !self.is_modifier_word()
            && !matches!(self, YieldFrom | PrivateSet | ProtectedSet | PublicSet | HaltCompiler)
    }

    /// `static`, `abstract`, `final`, `readonly` and the visibilities.
    fn is_modifier_word(self) -> bool {
        use TokenKind::*;
        matches!(self, Static | Abstract | Final | Private | Protected | Public | Readonly)
    }
}

macro_rules! tokens {
    ($($variant:ident $php_name:literal $label:literal,)*) => {
        /// In the order of PHP's grammar, which is the order of its numbers and of "expecting" lists.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum TokenKind { $($variant,)* }

        const KINDS: &[TokenKind] = &[$(TokenKind::$variant,)*];
        const PHP_NAMES: &[&str] = &[$($php_name,)*];
        const LABELS: &[&str] = &[$($label,)*];
        pub const TOKEN_KINDS: usize = KINDS.len();
    };
}

tokens! {
End "END" "end of file",
BisonError "" "error",
BisonUndefined "" "invalid token",
PrecArrowFunction "" "PREC_ARROW_FUNCTION",
Assign "" "'='",
Question "" "'?'",
Colon "" "':'",
Pipe "" "'|'",
Caret "" "'^'",
Less "" "'<'",
Greater "" "'>'",
Dot "" "'.'",
Plus "" "'+'",
Minus "" "'-'",
Star "" "'*'",
Slash "" "'/'",
Percent "" "'%'",
Not "" "'!'",
Tilde "" "'~'",
At "" "'@'",
PrecNoElse "T_NOELSE" "T_NOELSE",
Integer "T_LNUMBER" "integer",
Float "T_DNUMBER" "floating-point number",
Identifier "T_STRING" "identifier",
NameFullyQualified "T_NAME_FULLY_QUALIFIED" "fully qualified name",
NameRelative "T_NAME_RELATIVE" "namespace-relative name",
NameQualified "T_NAME_QUALIFIED" "namespaced name",
Variable "T_VARIABLE" "variable",
InlineHtml "T_INLINE_HTML" "T_INLINE_HTML",
StringContent "T_ENCAPSED_AND_WHITESPACE" "string content",
QuotedString "T_CONSTANT_ENCAPSED_STRING" "quoted string",
VariableName "T_STRING_VARNAME" "variable name",
NumericOffset "T_NUM_STRING" "number",
Include "T_INCLUDE" "'include'",
IncludeOnce "T_INCLUDE_ONCE" "'include_once'",
Eval "T_EVAL" "'eval'",
Require "T_REQUIRE" "'require'",
RequireOnce "T_REQUIRE_ONCE" "'require_once'",
LogicalOr "T_LOGICAL_OR" "'or'",
LogicalXor "T_LOGICAL_XOR" "'xor'",
LogicalAnd "T_LOGICAL_AND" "'and'",
Print "T_PRINT" "'print'",
Yield "T_YIELD" "'yield'",
YieldFrom "T_YIELD_FROM" "'yield from'",
Instanceof "T_INSTANCEOF" "'instanceof'",
New "T_NEW" "'new'",
Clone "T_CLONE" "'clone'",
Exit "T_EXIT" "'exit'",
If "T_IF" "'if'",
Elseif "T_ELSEIF" "'elseif'",
Else "T_ELSE" "'else'",
Endif "T_ENDIF" "'endif'",
Echo "T_ECHO" "'echo'",
Do "T_DO" "'do'",
While "T_WHILE" "'while'",
Endwhile "T_ENDWHILE" "'endwhile'",
For "T_FOR" "'for'",
Endfor "T_ENDFOR" "'endfor'",
Foreach "T_FOREACH" "'foreach'",
Endforeach "T_ENDFOREACH" "'endforeach'",
Declare "T_DECLARE" "'declare'",
Enddeclare "T_ENDDECLARE" "'enddeclare'",
As "T_AS" "'as'",
Switch "T_SWITCH" "'switch'",
Endswitch "T_ENDSWITCH" "'endswitch'",
Case "T_CASE" "'case'",
Default "T_DEFAULT" "'default'",
Match "T_MATCH" "'match'",
Break "T_BREAK" "'break'",
Continue "T_CONTINUE" "'continue'",
Goto "T_GOTO" "'goto'",
Function "T_FUNCTION" "'function'",
Fn "T_FN" "'fn'",
Const "T_CONST" "'const'",
Return "T_RETURN" "'return'",
Try "T_TRY" "'try'",
Catch "T_CATCH" "'catch'",
Finally "T_FINALLY" "'finally'",
Throw "T_THROW" "'throw'",
Use "T_USE" "'use'",
Insteadof "T_INSTEADOF" "'insteadof'",
Global "T_GLOBAL" "'global'",
Static "T_STATIC" "'static'",
Abstract "T_ABSTRACT" "'abstract'",
Final "T_FINAL" "'final'",
Private "T_PRIVATE" "'private'",
Protected "T_PROTECTED" "'protected'",
Public "T_PUBLIC" "'public'",
PrivateSet "T_PRIVATE_SET" "'private(set)'",
ProtectedSet "T_PROTECTED_SET" "'protected(set)'",
PublicSet "T_PUBLIC_SET" "'public(set)'",
Readonly "T_READONLY" "'readonly'",
Var "T_VAR" "'var'",
Unset "T_UNSET" "'unset'",
Isset "T_ISSET" "'isset'",
Empty "T_EMPTY" "'empty'",
HaltCompiler "T_HALT_COMPILER" "'__halt_compiler'",
Class "T_CLASS" "'class'",
Trait "T_TRAIT" "'trait'",
Interface "T_INTERFACE" "'interface'",
Enum "T_ENUM" "'enum'",
Extends "T_EXTENDS" "'extends'",
Implements "T_IMPLEMENTS" "'implements'",
Namespace "T_NAMESPACE" "'namespace'",
List "T_LIST" "'list'",
Array "T_ARRAY" "'array'",
Callable "T_CALLABLE" "'callable'",
LineConst "T_LINE" "'__LINE__'",
FileConst "T_FILE" "'__FILE__'",
DirConst "T_DIR" "'__DIR__'",
ClassConst "T_CLASS_C" "'__CLASS__'",
TraitConst "T_TRAIT_C" "'__TRAIT__'",
MethodConst "T_METHOD_C" "'__METHOD__'",
FunctionConst "T_FUNC_C" "'__FUNCTION__'",
PropertyConst "T_PROPERTY_C" "'__PROPERTY__'",
NamespaceConst "T_NS_C" "'__NAMESPACE__'",
Attribute "T_ATTRIBUTE" "'#['",
PlusEqual "T_PLUS_EQUAL" "'+='",
MinusEqual "T_MINUS_EQUAL" "'-='",
MulEqual "T_MUL_EQUAL" "'*='",
DivEqual "T_DIV_EQUAL" "'/='",
ConcatEqual "T_CONCAT_EQUAL" "'.='",
ModEqual "T_MOD_EQUAL" "'%='",
AndEqual "T_AND_EQUAL" "'&='",
OrEqual "T_OR_EQUAL" "'|='",
XorEqual "T_XOR_EQUAL" "'^='",
ShiftLeftEqual "T_SL_EQUAL" "'<<='",
ShiftRightEqual "T_SR_EQUAL" "'>>='",
CoalesceEqual "T_COALESCE_EQUAL" "'??='",
BooleanOr "T_BOOLEAN_OR" "'||'",
BooleanAnd "T_BOOLEAN_AND" "'&&'",
IsEqual "T_IS_EQUAL" "'=='",
IsNotEqual "T_IS_NOT_EQUAL" "'!='",
IsIdentical "T_IS_IDENTICAL" "'==='",
IsNotIdentical "T_IS_NOT_IDENTICAL" "'!=='",
SmallerOrEqual "T_IS_SMALLER_OR_EQUAL" "'<='",
GreaterOrEqual "T_IS_GREATER_OR_EQUAL" "'>='",
Spaceship "T_SPACESHIP" "'<=>'",
ShiftLeft "T_SL" "'<<'",
ShiftRight "T_SR" "'>>'",
Inc "T_INC" "'++'",
Dec "T_DEC" "'--'",
IntCast "T_INT_CAST" "'(int)'",
FloatCast "T_DOUBLE_CAST" "'(double)'",
StringCast "T_STRING_CAST" "'(string)'",
ArrayCast "T_ARRAY_CAST" "'(array)'",
ObjectCast "T_OBJECT_CAST" "'(object)'",
BoolCast "T_BOOL_CAST" "'(bool)'",
UnsetCast "T_UNSET_CAST" "'(unset)'",
Arrow "T_OBJECT_OPERATOR" "'->'",
NullsafeArrow "T_NULLSAFE_OBJECT_OPERATOR" "'?->'",
DoubleArrow "T_DOUBLE_ARROW" "'=>'",
Comment "T_COMMENT" "comment",
DocComment "T_DOC_COMMENT" "doc comment",
OpenTag "T_OPEN_TAG" "open tag",
OpenTagWithEcho "T_OPEN_TAG_WITH_ECHO" "'<?='",
CloseTag "T_CLOSE_TAG" "'?>'",
Whitespace "T_WHITESPACE" "whitespace",
StartHeredoc "T_START_HEREDOC" "heredoc start",
EndHeredoc "T_END_HEREDOC" "heredoc end",
DollarBrace "T_DOLLAR_OPEN_CURLY_BRACES" "'${'",
BraceDollar "T_CURLY_OPEN" "'{$'",
DoubleColon "T_PAAMAYIM_NEKUDOTAYIM" "'::'",
Backslash "T_NS_SEPARATOR" "'\\'",
Ellipsis "T_ELLIPSIS" "'...'",
Coalesce "T_COALESCE" "'??'",
Pow "T_POW" "'**'",
PowEqual "T_POW_EQUAL" "'**='",
AmpersandVar "T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG" "'&'",
Ampersand "T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG" "amp",
BadCharacter "T_BAD_CHARACTER" "invalid character",
Error "T_ERROR" "T_ERROR",
Comma "" "','",
CloseBracket "" "']'",
OpenParen "" "'('",
CloseParen "" "')'",
Semicolon "" "';'",
OpenBrace "" "'{'",
CloseBrace "" "'}'",
OpenBracket "" "'['",
Backquote "" "'`'",
DoubleQuote "" "'\"'",
Dollar "" "'$'",}
