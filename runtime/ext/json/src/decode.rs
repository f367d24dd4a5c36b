//! JSON text to values, without native recursion.

use crate::scan::{Scanner, Token};
use crate::state::*;
use phpc_core::behaviour;
use phpc_core::classes::table::class_table;
use phpc_core::{Array, Cx, Key, Object, Result, Str, Value};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// JSON objects become stdClass.
    Objects,
    /// JSON objects become arrays.
    Arrays,
    /// Only checks.
    Nothing,
}

/// A container being read.
enum Open {
    List(Array),
    Map(Array, Str),
    /// The object is made when its first member is complete, so that inner ones have lower handles.
    Object(Option<Object>, Str),
    /// Nothing is kept: is it a list?
    Checked(bool),
}

/// The inner error is a code.
pub(crate) fn decode(cx: &mut Cx, text: &[u8], flags: i64, max_depth: i64, mode: Mode) -> Result<std::result::Result<Value, i64>> {
    let mut reader = Reader { cx, scanner: Scanner::new(text, flags), max_depth: max_depth as usize, mode, open: Vec::new() };
    match reader.read() {
        Ok(value) => Ok(Ok(value)),
        Err(Stop::Code(code)) => {
            // What was read so far may not be released in the midst of reading.
            drop(std::mem::take(&mut reader.open));
            Ok(Err(code))
        }
        Err(Stop::Thrown(thrown)) => Err(thrown),
    }
}

struct Reader<'a> {
    cx: &'a mut Cx,
    scanner: Scanner<'a>,
    max_depth: usize,
    mode: Mode,
    open: Vec<Open>,
}

enum Stop {
    Code(i64),
    Thrown(phpc_core::Thrown),
}
impl From<i64> for Stop {
    fn from(code: i64) -> Stop {
        Stop::Code(code)
    }
}
impl From<phpc_core::Thrown> for Stop {
    fn from(thrown: phpc_core::Thrown) -> Stop {
        Stop::Thrown(thrown)
    }
}

const MISMATCH: Stop = Stop::Code(JSON_ERROR_STATE_MISMATCH);
const SYNTAX: Stop = Stop::Code(JSON_ERROR_SYNTAX);

impl Reader<'_> {
    fn read(&mut self) -> std::result::Result<Value, Stop> {
        let mut token = self.scanner.next()?;
        loop {
            let mut value = match token {
                Token::Plain(value) => value,
                Token::String(text) => text.into(),
                Token::Punctuation(b'[') => {
                    self.deepen()?;
                    match self.scanner.next()? {
                        Token::Punctuation(b']') => Array::new().into(),
                        Token::Punctuation(b'}') => return Err(MISMATCH),
                        first => {
                            self.open.push(if self.mode == Mode::Nothing { Open::Checked(true) } else { Open::List(Array::new()) });
                            token = first;
                            continue;
                        }
                    }
                }
                Token::Punctuation(b'{') => {
                    self.deepen()?;
                    match self.scanner.next()? {
                        Token::Punctuation(b'}') => self.empty_object()?,
                        Token::Punctuation(b']') => return Err(MISMATCH),
                        Token::String(key) => {
                            self.colon()?;
                            self.open.push(match self.mode {
                                Mode::Objects => Open::Object(None, key),
                                Mode::Arrays => Open::Map(Array::new(), key),
                                Mode::Nothing => Open::Checked(false),
                            });
                            token = self.scanner.next()?;
                            continue;
                        }
                        _ => return Err(SYNTAX),
                    }
                }
                Token::Punctuation(_) | Token::End => return Err(SYNTAX),
            };
            // A value is complete: it goes into what is open.
            loop {
                if self.open.is_empty() {
                    return match self.scanner.next()? {
                        Token::End => Ok(value),
                        _ => Err(SYNTAX),
                    };
                }
                let is_list = self.store(value)?;
                match (self.scanner.next()?, is_list) {
                    (Token::Punctuation(b','), true) => break,
                    (Token::Punctuation(b','), false) => {
                        let Token::String(key) = self.scanner.next()? else { return Err(SYNTAX) };
                        self.colon()?;
                        match self.open.last_mut() {
                            Some(Open::Map(_, last) | Open::Object(_, last)) => *last = key,
                            _ => {}
                        }
                        break;
                    }
                    (Token::Punctuation(b']'), true) | (Token::Punctuation(b'}'), false) => value = self.close(),
                    (Token::Punctuation(b'}'), true) | (Token::Punctuation(b']'), false) => return Err(MISMATCH),
                    _ => return Err(SYNTAX),
                }
            }
            token = self.scanner.next()?;
        }
    }

    fn colon(&mut self) -> std::result::Result<(), Stop> {
        match self.scanner.next()? {
            Token::Punctuation(b':') => Ok(()),
            _ => Err(SYNTAX),
        }
    }

    fn deepen(&mut self) -> std::result::Result<(), Stop> {
        if self.open.len() + 1 >= self.max_depth { Err(Stop::Code(JSON_ERROR_DEPTH)) } else { Ok(()) }
    }

    fn empty_object(&mut self) -> std::result::Result<Value, Stop> {
        match self.mode {
            Mode::Objects => Ok(self.new_object()?.into()),
            _ => Ok(Array::new().into()),
        }
    }

    fn new_object(&mut self) -> Result<Object> {
        behaviour::instantiate(self.cx, class_table().known("stdclass"))
    }

    /// Puts a value into the innermost container; is that a list?
    fn store(&mut self, value: Value) -> std::result::Result<bool, Stop> {
        if let Some(Open::Object(object @ None, _)) = self.open.last_mut() {
            let new = behaviour::instantiate(self.cx, class_table().known("stdclass"))?;
            *object = Some(new);
        }
        match self.open.last_mut() {
            Some(Open::List(array)) => {
                array.push(value);
                Ok(true)
            }
            Some(Open::Map(array, key)) => {
                array.set(Key::normalise(key), value);
                Ok(false)
            }
            Some(Open::Object(object, key)) => {
                if key.first() == Some(&0) {
                    return Err(Stop::Code(JSON_ERROR_INVALID_PROPERTY_NAME));
                }
                if let Some(object) = object {
                    object.with_dynamic(|all| all.set(Key::normalise(key), value));
                }
                Ok(false)
            }
            Some(Open::Checked(is_list)) => Ok(*is_list),
            None => Ok(true),
        }
    }

    fn close(&mut self) -> Value {
        match self.open.pop() {
            Some(Open::List(array) | Open::Map(array, _)) => array.into(),
            Some(Open::Object(Some(object), _)) => object.into(),
            _ => Value::NULL,
        }
    }
}
