//! The lattice of types of SSA values. A type is a promise about every value a name can hold; how a value travels in
//! machine words ([`Repr`]) follows from it alone.

/// A set of tags. `FALSE` and `TRUE` are apart so that `int|false` and the like stay precise.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Mask(pub u16);

macro_rules! masks {
    ($($name:ident $word:literal = $bit:expr;)*) => {
        impl Mask {
            $(pub const $name: Mask = Mask(1 << $bit);)*
            pub const WORDS: &'static [(&'static str, Mask)] = &[$(($word, Mask::$name)),*];
        }
    };
}

masks! {
    UNDEF "undef" = 0;
    NULL "null" = 1;
    FALSE "false" = 2;
    TRUE "true" = 3;
    INT "int" = 4;
    FLOAT "float" = 5;
    STRING "string" = 6;
    ARRAY "array" = 7;
    OBJECT "object" = 8;
    RESOURCE "resource" = 9;
    REFERENCE "ref" = 10;
    POINTER "ptr" = 11;
}

impl Mask {
    pub const NONE: Mask = Mask(0);
    pub const BOOL: Mask = Mask(Mask::FALSE.0 | Mask::TRUE.0);
    pub const NUMBER: Mask = Mask(Mask::INT.0 | Mask::FLOAT.0);
    /// Any PHP value that an expression can have.
    pub const ANY: Mask = Mask(0x3fe);
    /// What a variable may hold: also undefined or a reference.
    pub const SLOT: Mask = Mask(0x7ff);
    /// Tags whose payload is counted.
    pub const COUNTED: Mask = Mask(
        Mask::STRING.0 | Mask::ARRAY.0 | Mask::OBJECT.0 | Mask::RESOURCE.0 | Mask::REFERENCE.0,
    );

    pub const fn union(self, other: Mask) -> Mask {
        Mask(self.0 | other.0)
    }
    pub const fn intersect(self, other: Mask) -> Mask {
        Mask(self.0 & other.0)
    }
    pub const fn without(self, other: Mask) -> Mask {
        Mask(self.0 & !other.0)
    }
    pub const fn contains(self, other: Mask) -> bool {
        self.0 & other.0 == other.0
    }
    pub const fn intersects(self, other: Mask) -> bool {
        self.0 & other.0 != 0
    }
    /// Non-empty and nothing outside `other`.
    pub const fn is_within(self, other: Mask) -> bool {
        self.0 != 0 && self.0 & !other.0 == 0
    }
}

/// How the elements of an array may lie (bits of `1 << ArrayKind`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Kinds(pub u8);
impl Kinds {
    pub const EMPTY: Kinds = Kinds(1);
    pub const INTS: Kinds = Kinds(2);
    pub const FLOATS: Kinds = Kinds(4);
    pub const VALUES: Kinds = Kinds(8);
    pub const HASH: Kinds = Kinds(16);
    pub const ANY: Kinds = Kinds(31);
    pub const LIST: Kinds = Kinds(15);
}

/// A class of the program known to the compiler.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClassId(pub u32);

/// Levels of nesting that types describe: the value, its elements, their elements. Deeper is "anything".
pub const DEPTH: usize = 3;

/// What is known of a value, of its elements if it is an array, and of theirs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Type {
    pub mask: [Mask; DEPTH],
    /// For `mask[i]` containing ARRAY: the storage kinds possible. `mask[i + 1]` are then the element types.
    pub kinds: [Kinds; DEPTH],
    /// For `mask[i]` containing OBJECT: the class, or a subclass unless `exact`.
    pub class: [Option<ClassId>; DEPTH],
    pub exact: [bool; DEPTH],
}

impl Type {
    pub const NONE: Type = Type::of(Mask::NONE);
    pub const ANY: Type = Type::of(Mask::ANY);
    pub const SLOT: Type = Type::of(Mask::SLOT);
    pub const NULL: Type = Type::of(Mask::NULL);
    pub const UNDEF: Type = Type::of(Mask::UNDEF);
    pub const BOOL: Type = Type::of(Mask::BOOL);
    pub const INT: Type = Type::of(Mask::INT);
    pub const FLOAT: Type = Type::of(Mask::FLOAT);
    pub const NUMBER: Type = Type::of(Mask::NUMBER);
    pub const STRING: Type = Type::of(Mask::STRING);
    pub const ARRAY: Type = Type::of(Mask::ARRAY);
    pub const OBJECT: Type = Type::of(Mask::OBJECT);
    pub const REFERENCE: Type = Type::of(Mask::REFERENCE);
    pub const POINTER: Type = Type::of(Mask::POINTER);

    /// The type of all values with these tags; elements may be anything (also references).
    pub const fn of(mask: Mask) -> Type {
        let inner = if mask.intersects(Mask::ARRAY) { Mask(Mask::ANY.0 | Mask::REFERENCE.0) } else { Mask::NONE };
        let kinds = if mask.intersects(Mask::ARRAY) { Kinds::ANY } else { Kinds(0) };
        Type { mask: [mask, inner, inner], kinds: [kinds; DEPTH], class: [None; DEPTH], exact: [false; DEPTH] }
    }

    pub const fn tags(&self) -> Mask {
        self.mask[0]
    }
    pub fn is(&self, mask: Mask) -> bool {
        self.mask[0].is_within(mask)
    }
    pub fn may_be(&self, mask: Mask) -> bool {
        self.mask[0].intersects(mask)
    }
    pub fn is_counted(&self) -> bool {
        self.may_be(Mask::COUNTED)
    }
    /// Releasing it may run user code: it may be, or contain, an object, resource or reference.
    pub fn may_have_destructor(&self) -> bool {
        const LIVE: Mask = Mask(Mask::OBJECT.0 | Mask::RESOURCE.0 | Mask::REFERENCE.0);
        (0..DEPTH).any(|level| self.mask[level].intersects(LIVE))
            || (self.mask[DEPTH - 1].intersects(Mask::ARRAY))
    }
    pub fn with_class(class: ClassId, exact: bool) -> Type {
        let mut ty = Type::OBJECT;
        ty.class[0] = Some(class);
        ty.exact[0] = exact;
        ty
    }
    /// An array of these storage kinds with elements of type `element`.
    pub fn array_of(kinds: Kinds, element: Type) -> Type {
        let mut ty = Type::ARRAY;
        ty.kinds[0] = kinds;
        for level in 1..DEPTH {
            ty.mask[level] = element.mask[level - 1];
            ty.kinds[level] = element.kinds[level - 1];
            ty.class[level] = element.class[level - 1];
            ty.exact[level] = element.exact[level - 1];
        }
        ty
    }
    /// Type of an element of it (for arrays; the deepest level knows nothing of its own elements).
    pub fn element(&self) -> Type {
        let mut ty = Type::of(self.mask[1]);
        for level in 0..DEPTH - 1 {
            ty.mask[level] = self.mask[level + 1];
            ty.kinds[level] = self.kinds[level + 1];
            ty.class[level] = self.class[level + 1];
            ty.exact[level] = self.exact[level + 1];
        }
        ty
    }
    /// The same facts with the tags reduced to `mask`.
    pub fn narrow(mut self, mask: Mask) -> Type {
        self.mask[0] = self.mask[0].intersect(mask);
        if !self.mask[0].intersects(Mask::ARRAY) {
            for level in 1..DEPTH {
                self.mask[level] = Mask::NONE;
            }
            self.kinds = [Kinds(0); DEPTH];
        }
        self
    }
    /// The facts about those of its tags that lie in `mask`, and any others of `mask` as well.
    pub fn narrow_or(self, mask: Mask) -> Type {
        let added = Type::of(mask.without(self.mask[0]));
        self.narrow(mask).join(&added)
    }
    pub fn join(&self, other: &Type) -> Type {
        let mut ty = *self;
        for level in 0..DEPTH {
            let (a, b) = (self.mask[level], other.mask[level]);
            ty.mask[level] = a.union(b);
            ty.kinds[level] = Kinds(self.kinds[level].0 | other.kinds[level].0);
            let (here, there) = (a.intersects(Mask::OBJECT), b.intersects(Mask::OBJECT));
            (ty.class[level], ty.exact[level]) = match (here, there) {
                (true, true) if self.class[level] == other.class[level] => {
                    (self.class[level], self.exact[level] && other.exact[level])
                }
                (true, true) => (None, false),
                (true, false) => (self.class[level], self.exact[level]),
                (false, true) => (other.class[level], other.exact[level]),
                (false, false) => (None, false),
            };
        }
        ty
    }
    pub fn repr(&self) -> Repr {
        Repr::of(self.mask[0])
    }
}

/// How a value travels between operations: fixed by its type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Repr {
    /// No payload: only NULL, or only UNDEF.
    Nothing,
    /// An i64.
    Int,
    /// An f64.
    Float,
    /// An i8 holding 0 or 1.
    Bool,
    /// One address (STRING, ARRAY, OBJECT, RESOURCE, REFERENCE alone, or POINTER).
    Pointer,
    /// Tag and payload, two i64.
    Pair,
}

impl Repr {
    pub fn of(mask: Mask) -> Repr {
        match mask {
            Mask::NULL | Mask::UNDEF | Mask::NONE => Repr::Nothing,
            Mask::INT => Repr::Int,
            Mask::FLOAT => Repr::Float,
            Mask::STRING | Mask::ARRAY | Mask::OBJECT | Mask::RESOURCE | Mask::REFERENCE | Mask::POINTER => Repr::Pointer,
            _ if mask.is_within(Mask::BOOL) => Repr::Bool,
            _ => Repr::Pair,
        }
    }
}
