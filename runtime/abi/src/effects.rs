//! What an operation, primitive or builtin may do besides computing its result. Passes ask only this.

/// A set of effects. No bit is "pure".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Effects(pub u32);

macro_rules! effects {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Effects {
            $($(#[$doc])* pub const $name: Effects = Effects(1 << $bit);)*
            pub const NAMES: &'static [(&'static str, Effects)] = &[$((stringify!($name), Effects::$name)),*];
        }
    };
}

effects! {
    /// Reads elements of arrays or bytes of strings (immutable unless unique, so only `WRITES_ARRAY` conflicts).
    READS_ARRAY = 0;
    WRITES_ARRAY = 1;
    /// Property slots.
    READS_PROPERTY = 2;
    WRITES_PROPERTY = 3;
    /// Globals, static variables, static properties.
    READS_GLOBAL = 4;
    WRITES_GLOBAL = 5;
    /// Reference cells.
    READS_REFERENCE = 6;
    WRITES_REFERENCE = 7;
    /// Depends on or changes the surroundings: time, files, settings, locale, randomness.
    AMBIENT = 8;
    /// Prints.
    OUTPUT = 9;
    /// May raise a diagnostic, hence call the user's error handler.
    WARNS = 10;
    /// May leave by an exception.
    THROWS = 11;
    /// May run user code (callbacks, magic methods, handlers).
    CALLS = 12;
    /// May load code: autoload, include, eval.
    LOADS = 13;
    /// May drop the last reference to something with a destructor.
    RELEASES = 14;
    /// Allocates (its result is fresh), may pass memory_limit.
    ALLOCATES = 15;
    /// Never returns.
    DIVERGES = 16;
    /// May take a backtrace or otherwise look at the frames of its callers.
    TRACES = 17;
}

impl Effects {
    pub const PURE: Effects = Effects(0);
    /// Everything an unknown call may do.
    pub const ANY: Effects = Effects(0xffff & !(1 << 16) | 1 << 17);

    #[inline]
    pub const fn union(self, other: Effects) -> Effects {
        Effects(self.0 | other.0)
    }
    #[inline]
    pub const fn contains(self, other: Effects) -> bool {
        self.0 & other.0 == other.0
    }
    #[inline]
    pub const fn intersects(self, other: Effects) -> bool {
        self.0 & other.0 != 0
    }
    /// May be left out when nobody uses the result.
    #[inline]
    pub const fn can_drop(self) -> bool {
        const READS: u32 = 1 | 1 << 2 | 1 << 4 | 1 << 6 | 1 << 15;
        self.0 & !READS == 0
    }
    /// May an exception (also from a warning's handler, user code or a destructor) leave it?
    #[inline]
    pub const fn can_throw(self) -> bool {
        const MAY: u32 = 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 14;
        self.0 & MAY != 0
    }
    /// May user code run inside it?
    #[inline]
    pub const fn can_run_user_code(self) -> bool {
        const MAY: u32 = 1 << 10 | 1 << 12 | 1 << 13 | 1 << 14;
        self.0 & MAY != 0
    }
}

impl std::ops::BitOr for Effects {
    type Output = Effects;
    fn bitor(self, other: Effects) -> Effects {
        self.union(other)
    }
}
