//! Classes as linked: the class table, inheritance, constants, static properties.
