//! Interfaces: iterators and the observer pattern.

use crate::support::*;

pub(crate) static CLASSES: Classes =
    &[&OUTER_ITERATOR, &RECURSIVE_ITERATOR, &SEEKABLE_ITERATOR, &SPL_OBSERVER, &SPL_SUBJECT];

static OUTER_ITERATOR: BuiltinClass = BuiltinClass {
    methods: &[abstract_m("public getInnerIterator(): ?Iterator")],
    ..BuiltinClass::new("interface OuterIterator extends Iterator")
};
static RECURSIVE_ITERATOR: BuiltinClass = BuiltinClass {
    methods: &[abstract_m("public hasChildren(): bool"), abstract_m("public getChildren(): ?RecursiveIterator")],
    ..BuiltinClass::new("interface RecursiveIterator extends Iterator")
};
static SEEKABLE_ITERATOR: BuiltinClass = BuiltinClass {
    methods: &[abstract_m("public seek(int $offset): void")],
    ..BuiltinClass::new("interface SeekableIterator extends Iterator")
};
static SPL_OBSERVER: BuiltinClass = BuiltinClass {
    methods: &[abstract_m("public update(SplSubject $subject): void")],
    ..BuiltinClass::new("interface SplObserver")
};
static SPL_SUBJECT: BuiltinClass = BuiltinClass {
    methods: &[
        abstract_m("public attach(SplObserver $observer): void"),
        abstract_m("public detach(SplObserver $observer): void"),
        abstract_m("public notify(): void"),
    ],
    ..BuiltinClass::new("interface SplSubject")
};
