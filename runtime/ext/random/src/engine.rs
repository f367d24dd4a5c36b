//! The engines: Random\Engine\Mt19937, PcgOneseq128XslRr64, Xoshiro256StarStar and Secure.

use crate::functions::{system_bytes, system_word};
use crate::mt19937::Mt19937;
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use phpc_core::{Cx, Object, Result, Value, calls, message};
use std::any::Any;
use std::cell::RefCell;

pub(crate) static CLASSES: &[&BuiltinClass] = &[&ENGINE, &CRYPTO_SAFE, &MT, &PCG, &XOSHIRO, &SECURE];

static ENGINE: BuiltinClass = BuiltinClass {
    methods: &[BuiltinFunction::new("abstract public generate(): string", |_, call| unreachable!("abstract {:?}", call.func))],
    ..BuiltinClass::new("interface Random\\Engine")
};
static CRYPTO_SAFE: BuiltinClass = BuiltinClass::new("interface Random\\CryptoSafeEngine extends Random\\Engine");

/// A generator's state.
#[derive(Clone)]
pub(crate) enum Generator {
    Mt(Box<Mt19937>),
    Pcg(u128),
    Xoshiro([u64; 4]),
    Secure,
}

impl Generator {
    /// The next bits and how many bytes they are.
    pub(crate) fn next(&mut self) -> (u64, usize) {
        match self {
            Generator::Mt(twister) => (u64::from(twister.next()), 4),
            Generator::Pcg(state) => {
                *state = pcg_step(*state);
                (((*state >> 64) as u64 ^ *state as u64).rotate_right((*state >> 122) as u32), 8)
            }
            Generator::Xoshiro(state) => (xoshiro_next(state), 8),
            Generator::Secure => {
                let mut bytes = [0; 8];
                system_bytes(&mut bytes);
                (u64::from_le_bytes(bytes), 8)
            }
        }
    }
}

const PCG_MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;
const PCG_INCREMENT: u128 = 0x5851_f42d_4c95_7f2d_1405_7b7e_f767_814f;

fn pcg_step(state: u128) -> u128 {
    state.wrapping_mul(PCG_MULTIPLIER).wrapping_add(PCG_INCREMENT)
}
fn pcg_seed(seed: u128) -> u128 {
    pcg_step(pcg_step(0).wrapping_add(seed))
}
fn pcg_advance(state: u128, mut steps: u64) -> u128 {
    let (mut multiplier, mut increment) = (PCG_MULTIPLIER, PCG_INCREMENT);
    let (mut all_multiplier, mut all_increment) = (1u128, 0u128);
    while steps > 0 {
        if steps & 1 != 0 {
            all_multiplier = all_multiplier.wrapping_mul(multiplier);
            all_increment = all_increment.wrapping_mul(multiplier).wrapping_add(increment);
        }
        increment = multiplier.wrapping_add(1).wrapping_mul(increment);
        multiplier = multiplier.wrapping_mul(multiplier);
        steps >>= 1;
    }
    all_multiplier.wrapping_mul(state).wrapping_add(all_increment)
}

fn xoshiro_next(s: &mut [u64; 4]) -> u64 {
    let result = s[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
    let t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = s[3].rotate_left(45);
    result
}
fn xoshiro_seed(mut seed: u64) -> [u64; 4] {
    std::array::from_fn(|_| {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut r = seed;
        r = (r ^ r >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        r = (r ^ r >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        r ^ r >> 31
    })
}
fn xoshiro_jump(state: &mut [u64; 4], words: [u64; 4]) {
    let mut sum = [0; 4];
    for word in words {
        for bit in 0..64 {
            if word >> bit & 1 != 0 {
                sum.iter_mut().zip(&*state).for_each(|(sum, part)| *sum ^= part);
            }
            xoshiro_next(state);
        }
    }
    *state = sum;
}

pub(crate) struct State(pub(crate) RefCell<Generator>);

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        Some(Box::new(State(RefCell::new(self.0.borrow().clone()))))
    }
}

const HANDLERS: Handlers = Handlers { create: Some(|_, _| Box::new(State(RefCell::new(Generator::Secure)))), ..Handlers::NONE };

fn set(object: &Object, generator: Generator) {
    if let Some(state) = object.native::<State>() {
        *state.0.borrow_mut() = generator;
    }
}

const GENERATE: BuiltinFunction = BuiltinFunction::new("public generate(): string", |cx, call| {
    let (bits, size) = next(cx, call.this())?;
    Ok(Value::string(&bits.to_le_bytes()[..size]))
});

/// The next bits of an engine, PHP's own ones asked for their text.
pub(crate) fn next(cx: &mut Cx, engine: &Object) -> Result<(u64, usize)> {
    if let Some(state) = engine.native::<State>()
        && engine.class_ref().method(b"generate").is_some_and(|method| !method.is_user())
    {
        return Ok(state.0.borrow_mut().next());
    }
    let text = calls::call_method(cx, engine, b"generate", Vec::new())?;
    let bytes = text.as_str().map_or(Vec::new(), |text| text.to_vec());
    if bytes.is_empty() {
        return Err(crate::randomizer::broken(cx, "A random engine must return a non-empty string"));
    }
    let size = bytes.len().min(8);
    let mut word = [0; 8];
    word[..size].copy_from_slice(&bytes[..size]);
    Ok((u64::from_le_bytes(word), size))
}

static MT: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(?int $seed = null, int $mode = MT_RAND_MT19937)", |cx, call| {
            let mode = call.int_or(1, 0);
            if mode == crate::functions::MT_RAND_PHP {
                phpc_core::diagnostics::deprecated(cx, "The MT_RAND_PHP variant of Mt19937 is deprecated")?;
            } else if mode != 0 {
                return call.value_error(cx, 1, "must be either MT_RAND_MT19937 or MT_RAND_PHP");
            }
            let seed = call.arg(0).as_int().map_or_else(system_word, |seed| seed as u32);
            set(call.this(), Generator::Mt(Box::new(Mt19937::new(seed, mode == crate::functions::MT_RAND_PHP))));
            Ok(Value::NULL)
        }),
        GENERATE,
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("final class Random\\Engine\\Mt19937 implements Random\\Engine")
};

/// An int, a text of exactly `size` bytes, or none.
fn seed_text(cx: &mut Cx, call: &Call, size: usize) -> Result<Option<Vec<u8>>> {
    match call.arg(0).as_str() {
        Some(text) if text.len() == size => Ok(Some(text.to_vec())),
        Some(_) => call.value_error(cx, 0, &format!("must be a {size} byte ({} bit) string", size * 8)),
        None if call.arg(0).is_null() => {
            let mut bytes = vec![0; size];
            system_bytes(&mut bytes);
            Ok(Some(bytes))
        }
        None => Ok(None),
    }
}

static PCG: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(string|int|null $seed = null)", |cx, call| {
            let seed = match seed_text(cx, call, 16)? {
                // The high half comes first.
                Some(bytes) => {
                    let half = |at: usize| u128::from(u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes")));
                    half(0) << 64 | half(8)
                }
                None => u128::from(call.int_or(0, 0) as u64),
            };
            set(call.this(), Generator::Pcg(pcg_seed(seed)));
            Ok(Value::NULL)
        }),
        GENERATE,
        BuiltinFunction::new("public jump(int $advance): void", |cx, call| {
            let advance = call.int_or(0, 0);
            if advance < 0 {
                return call.value_error(cx, 0, "must be greater than or equal to 0");
            }
            if let Some(state) = call.this().native::<State>()
                && let Generator::Pcg(pcg) = &mut *state.0.borrow_mut()
            {
                *pcg = pcg_advance(*pcg, advance as u64);
            }
            Ok(Value::NULL)
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("final class Random\\Engine\\PcgOneseq128XslRr64 implements Random\\Engine")
};

fn jump(call: &Call, words: [u64; 4]) -> Result<Value> {
    if let Some(state) = call.this().native::<State>()
        && let Generator::Xoshiro(xoshiro) = &mut *state.0.borrow_mut()
    {
        xoshiro_jump(xoshiro, words);
    }
    Ok(Value::NULL)
}

static XOSHIRO: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(string|int|null $seed = null)", |cx, call| {
            let state = match seed_text(cx, call, 32)? {
                Some(bytes) => std::array::from_fn(|at| u64::from_le_bytes(bytes[at * 8..at * 8 + 8].try_into().expect("eight bytes"))),
                None => xoshiro_seed(call.int_or(0, 0) as u64),
            };
            if state == [0; 4] {
                return call.value_error(cx, 0, "must not consist entirely of NUL bytes");
            }
            set(call.this(), Generator::Xoshiro(state));
            Ok(Value::NULL)
        }),
        GENERATE,
        BuiltinFunction::new("public jump(): void", |_, call| {
            jump(call, [0x180e_c6d3_3cfd_0aba, 0xd5a6_1266_f0c9_392c, 0xa958_2618_e03f_c9aa, 0x39ab_dc45_29b1_661c])
        }),
        BuiltinFunction::new("public jumpLong(): void", |_, call| {
            jump(call, [0x76e1_5d3e_fefd_cbbf, 0xc500_4e44_1c52_2fb3, 0x7771_0069_854e_e241, 0x3910_9bb0_2acb_e635])
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("final class Random\\Engine\\Xoshiro256StarStar implements Random\\Engine")
};

static SECURE: BuiltinClass = BuiltinClass {
    methods: &[GENERATE],
    handlers: Handlers { uncloneable: true, not_serializable: true, ..HANDLERS },
    ..BuiltinClass::new("final class Random\\Engine\\Secure implements Random\\CryptoSafeEngine")
};

/// The message of an argument error.
pub(crate) fn about(call: &Call, number: usize, text: &str) -> Vec<u8> {
    message!(phpc_core::calls::native::argument(call.func, number), " ", text)
}
