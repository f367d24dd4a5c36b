//! SplFileObject and SplTempFileObject.

use super::*;
use phpc_core::{diagnostics, extension};

pub(crate) static CLASSES: Classes = &[&OBJECT, &TEMP];

const DROP_NEW_LINE: i64 = 1;
const READ_AHEAD: i64 = 2;
const SKIP_EMPTY: i64 = 4;
const READ_CSV: i64 = 8;

static OBJECT: BuiltinClass = BuiltinClass {
    constants: &[
        ("DROP_NEW_LINE", int(DROP_NEW_LINE)),
        ("READ_AHEAD", int(READ_AHEAD)),
        ("SKIP_EMPTY", int(SKIP_EMPTY)),
        ("READ_CSV", int(READ_CSV)),
    ],
    methods: &[
        m("public __construct(string $filename, string $mode = \"r\", bool $useIncludePath = false, $context = null)", |cx, call| {
            let name = path_argument(cx, call, 0)?;
            let mode = if call.has(1) { call.string(cx, 1)? } else { Str::byte(b'r') };
            let this = call.this();
            check_closed(cx, this)?;
            let path = parent_of(&name);
            open(cx, call, this, name, mode, call.bool_or(2, false), call.arg(3).clone())?;
            *file(this).path.borrow_mut() = Some(path);
            Ok(Value::NULL)
        }),
        m("public rewind(): void", |cx, call| rewind(cx, call.this())),
        m("public eof(): bool", |cx, call| on_stream(cx, call, "feof", Vec::new())),
        m("public valid(): bool", |cx, call| {
            let this = file(call.this());
            if this.flags.get() & READ_AHEAD != 0 {
                return Ok((this.line.borrow().is_some() || this.row.borrow().is_some()).into());
            }
            if this.stream.borrow().is_null() {
                return Ok(Value::FALSE);
            }
            Ok((!at_end(cx, this)?).into())
        }),
        m("public fgets(): string", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            if !read_line(cx, this, false, 1)? {
                return Ok(Value::NULL);
            }
            Ok(this.line.borrow().clone().unwrap_or_default().into())
        }),
        m("public fread(int $length): string|false", |cx, call| {
            check(cx, call.this())?;
            if call.int_or(0, 0) <= 0 {
                return call.value_error(cx, 0, "must be greater than 0");
            }
            let args = call.args().to_vec();
            on_stream(cx, call, "fread", args)
        }),
        m("public fgetcsv(string $separator = \",\", string $enclosure = \"\\\"\", string $escape = \"\\\\\"): array|false", |cx, call| {
            check(cx, call.this())?;
            let csv = csv_arguments(cx, call, 0)?;
            let this = file(call.this());
            match read_row(cx, this, &csv, true)? {
                true => Ok(this.row.borrow().clone().unwrap_or_default()),
                false => Ok(Value::FALSE),
            }
        }),
        m(
            "public fputcsv(array $fields, string $separator = \",\", string $enclosure = \"\\\"\", string $escape = \"\\\\\", string $eol = \"\\n\"): int|false",
            |cx, call| {
                check(cx, call.this())?;
                let csv = csv_arguments(cx, call, 1)?;
                let mut args = vec![call.arg(0).clone(), csv.delimiter.into(), csv.enclosure.into(), csv.escape.into()];
                if call.has(4) {
                    args.push(call.arg(4).clone());
                }
                on_stream(cx, call, "fputcsv", args)
            },
        ),
        m("public setCsvControl(string $separator = \",\", string $enclosure = \"\\\"\", string $escape = \"\\\\\"): void", set_csv_control),
        m("public getCsvControl(): array", |_, call| {
            let csv = file(call.this()).csv.borrow().clone();
            Ok([csv.delimiter, csv.enclosure, csv.escape].into_iter().collect::<Array>().into())
        }),
        m("public flock(int $operation, &$wouldBlock = null): bool", |cx, call| {
            let args = call.args().to_vec();
            on_stream(cx, call, "flock", args)
        }),
        m("public fflush(): bool", |cx, call| on_stream(cx, call, "fflush", Vec::new())),
        m("public ftell(): int|false", |cx, call| on_stream(cx, call, "ftell", Vec::new())),
        m("public fseek(int $offset, int $whence = SEEK_SET): int", |cx, call| {
            check(cx, call.this())?;
            free_line(file(call.this()));
            let args = call.args().to_vec();
            on_stream(cx, call, "fseek", args)
        }),
        m("public fgetc(): string|false", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            free_line(this);
            let byte = on_stream(cx, call, "fgetc", Vec::new())?;
            if byte.as_str().is_some_and(|byte| **byte == *b"\n") {
                this.line_number.set(this.line_number.get() + 1);
            }
            Ok(byte)
        }),
        m("public fpassthru(): int", |cx, call| on_stream(cx, call, "fpassthru", Vec::new())),
        m("public fscanf(string $format, mixed &...$vars): array|int|null", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            if !read(cx, this, false)? {
                return Ok(Value::NULL);
            }
            let mut args = vec![this.line.borrow().clone().unwrap_or_default().into()];
            args.extend(call.args().iter().cloned());
            call_function(cx, "sscanf", args)
        }),
        m("public fwrite(string $data, int $length = 0): int|false", |cx, call| {
            check(cx, call.this())?;
            let data = call.string(cx, 0)?;
            let length = if call.has(1) { usize::try_from(call.int_or(1, 0)).unwrap_or(0).min(data.len()) } else { data.len() };
            if length == 0 {
                return Ok(Value::int(0));
            }
            on_stream(cx, call, "fwrite", vec![Str::new(&data[..length]).into()])
        }),
        m("public fstat(): array", |cx, call| on_stream(cx, call, "fstat", Vec::new())),
        m("public ftruncate(int $size): bool", |cx, call| {
            check(cx, call.this())?;
            if call.int_or(0, 0) < 0 {
                return call.value_error(cx, 0, "must be greater than or equal to 0");
            }
            let args = call.args().to_vec();
            on_stream(cx, call, "ftruncate", args)
        }),
        m("public current(): string|array|false", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            if this.line.borrow().is_none() && this.row.borrow().is_none() {
                read_element(cx, call.this(), true)?;
            }
            if let Some(row) = this.row.borrow().clone() {
                return Ok(row);
            }
            Ok(this.line.borrow().clone().map_or(Value::FALSE, Value::from))
        }),
        m("public key(): int", |_, call| Ok(Value::int(file(call.this()).line_number.get()))),
        m("public next(): void", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            free_line(this);
            if this.flags.get() & READ_AHEAD != 0 {
                read_element(cx, call.this(), true)?;
            }
            this.line_number.set(this.line_number.get() + 1);
            Ok(Value::NULL)
        }),
        m("public setFlags(int $flags): void", |_, call| {
            file(call.this()).flags.set(call.int_or(0, 0));
            Ok(Value::NULL)
        }),
        m("public getFlags(): int", |_, call| Ok(Value::int(file(call.this()).flags.get() & 15))),
        m("public setMaxLineLen(int $maxLength): void", |cx, call| {
            let longest = call.int_or(0, 0);
            if longest < 0 {
                return call.value_error(cx, 0, "must be greater than or equal to 0");
            }
            file(call.this()).longest.set(longest);
            Ok(Value::NULL)
        }),
        m("public getMaxLineLen(): int", |_, call| Ok(Value::int(file(call.this()).longest.get()))),
        m("public hasChildren(): false", |_, _| Ok(Value::FALSE)),
        m("public getChildren(): null", |_, _| Ok(Value::NULL)),
        m("public seek(int $line): void", seek),
        m("public getCurrentLine(): string", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            if !read_line(cx, this, false, 1)? {
                return Ok(Value::NULL);
            }
            Ok(this.line.borrow().clone().unwrap_or_default().into())
        }),
        m("public __toString(): string", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            if !read_line(cx, this, false, 1)? {
                return Ok(Str::empty().into());
            }
            Ok(this.line.borrow().clone().unwrap_or_default().into())
        }),
    ],
    ..BuiltinClass::new("class SplFileObject extends SplFileInfo implements RecursiveIterator, SeekableIterator")
};

static TEMP: BuiltinClass = BuiltinClass {
    methods: &[m("public __construct(int $maxMemory = 2 * 1024 * 1024)", |cx, call| {
        let this = call.this();
        check_closed(cx, this)?;
        let name = match call.arg(0).as_int() {
            None => "php://temp".to_string(),
            Some(limit) if limit < 0 => "php://memory".to_string(),
            Some(limit) => format!("php://temp/maxmemory:{limit}"),
        };
        open(cx, call, this, Str::from(name), Str::from("wb"), false, Value::NULL)?;
        *file(this).path.borrow_mut() = Some(Str::empty());
        Ok(Value::NULL)
    })],
    ..BuiltinClass::new("class SplTempFileObject extends SplFileObject")
};

fn check_closed(cx: &mut Cx, object: &Object) -> Result {
    if !file(object).stream.borrow().is_null() {
        return Err(cx.throw_error("Cannot call constructor twice"));
    }
    Ok(())
}

fn check(cx: &mut Cx, object: &Object) -> Result {
    if file(object).stream.borrow().is_null() {
        return Err(cx.throw_error(NOT_INITIALIZED));
    }
    Ok(())
}

pub(super) fn open(
    cx: &mut Cx, call: &Call, object: &Object, name: Str, mode: Str, use_include_path: bool, context: Value,
) -> Result {
    let this = file(object);
    if call_function(cx, "is_dir", vec![name.clone().into()])?.is_true() {
        return throw(cx, "logicexception", "Cannot use SplFileObject with directories");
    }
    let mut args = vec![name.clone().into(), mode.clone().into(), use_include_path.into()];
    if !context.is_null() {
        args.push(context);
    }
    if name.is_empty() {
        return throw_runtime(cx, "Cannot open file ''");
    }
    let stream = strict(cx, call, "runtimeexception", "fopen", args)?;
    if stream.as_resource().is_none() {
        return throw_runtime(cx, message!("Cannot open file '", &*name, "'"));
    }
    let end = if name.len() > 1 && name.ends_with(b"/") { name.len() - 1 } else { name.len() };
    *this.name.borrow_mut() = Some(Str::new(&name[..end]));
    drop(this.stream.replace(stream));
    *this.mode.borrow_mut() = mode;
    this.kind.set(Kind::File);
    *this.csv.borrow_mut() =
        Csv { delimiter: Str::byte(b','), enclosure: Str::byte(b'"'), escape: Str::byte(b'\\'), escape_is_default: true };
    Ok(())
}

/// Calls a function of streams on the file.
fn on_stream(cx: &mut Cx, call: &Call, function: &str, args: Vec<Value>) -> Result<Value> {
    check(cx, call.this())?;
    let mut all = vec![file(call.this()).stream.borrow().clone()];
    all.extend(args);
    call_function(cx, function, all)
}

fn stream_call(cx: &mut Cx, this: &File, function: &str, args: Vec<Value>) -> Result<Value> {
    let mut all = vec![this.stream.borrow().clone()];
    all.extend(args);
    call_function(cx, function, all)
}

fn at_end(cx: &mut Cx, this: &File) -> Result<bool> {
    Ok(stream_call(cx, this, "feof", Vec::new())?.is_true())
}

fn free_line(this: &File) {
    let old = (this.line.take(), this.row.take());
    drop(old);
}

fn cannot_read(cx: &mut Cx, this: &File) -> Result<bool> {
    let name = this.name.borrow().clone().unwrap_or_default();
    throw_runtime(cx, message!("Cannot read from file ", &*name))
}

/// Reads a line; false at the end of the file.
fn read_line(cx: &mut Cx, this: &File, silent: bool, step: i64) -> Result<bool> {
    free_line(this);
    if at_end(cx, this)? {
        return if silent { Ok(false) } else { cannot_read(cx, this) };
    }
    let args = if this.longest.get() > 0 { vec![Value::int(this.longest.get() + 1)] } else { Vec::new() };
    let line = stream_call(cx, this, "fgets", args)?;
    let mut line = line.as_str().cloned().unwrap_or_default();
    if this.flags.get() & DROP_NEW_LINE != 0
        && let Some(text) = line.strip_suffix(b"\n")
    {
        line = Str::new(text.strip_suffix(b"\r").unwrap_or(text));
    }
    *this.line.borrow_mut() = Some(line);
    this.line_number.set(this.line_number.get() + step);
    Ok(true)
}

fn read(cx: &mut Cx, this: &File, silent: bool) -> Result<bool> {
    let step = i64::from(this.line.borrow().is_some());
    read_line(cx, this, silent, step)
}

/// Reads a CSV row; false at the end of the file.
fn read_row(cx: &mut Cx, this: &File, csv: &Csv, silent: bool) -> Result<bool> {
    loop {
        let step = i64::from(this.line.borrow().is_some());
        free_line(this);
        if at_end(cx, this)? {
            return if silent { Ok(false) } else { cannot_read(cx, this) };
        }
        let csv = csv.clone();
        let args = vec![Value::NULL, csv.delimiter.into(), csv.enclosure.into(), csv.escape.into()];
        let row = stream_call(cx, this, "fgetcsv", args)?;
        this.line_number.set(this.line_number.get() + step);
        let blank = row.as_array().is_none_or(|row| row.len() == 1 && row.get_int(0).is_some_and(|field| field.is_null()));
        let at_very_end = row.as_array().is_none();
        let flags = this.flags.get();
        *this.line.borrow_mut() = Some(Str::empty());
        if flags & SKIP_EMPTY != 0 && (at_very_end || blank && flags & DROP_NEW_LINE != 0) {
            continue;
        }
        let row = if at_very_end { [Value::NULL].into_iter().collect::<Array>().into() } else { row };
        drop(this.row.replace(Some(row)));
        return Ok(true);
    }
}

fn read_once(cx: &mut Cx, object: &Object, silent: bool) -> Result<bool> {
    let this = file(object);
    if this.flags.get() & READ_CSV != 0 {
        let csv = this.csv.borrow().clone();
        return read_row(cx, this, &csv, silent);
    }
    let Some(method) = overridden(object, b"getcurrentline") else { return read(cx, this, silent) };
    let had_line = this.line.borrow().is_some() || this.row.borrow().is_some();
    free_line(this);
    if at_end(cx, this)? {
        return if silent { Ok(false) } else { cannot_read(cx, this) };
    }
    let line = calls::call_on(cx, object, method, Vec::new())?;
    let Some(line) = line.as_str() else {
        let given = convert::value_name(&line);
        let name = object.class_ref().name;
        return Err(cx.throw_type_error(message!(name, "::getCurrentLine(): Return value must be of type string, ", &*given, " returned")));
    };
    if had_line {
        this.line_number.set(this.line_number.get() + 1);
    }
    free_line(this);
    *this.line.borrow_mut() = Some(line.clone());
    Ok(true)
}

/// Reads a line or row, passing over empty ones if they are not wanted.
fn read_element(cx: &mut Cx, object: &Object, silent: bool) -> Result<bool> {
    let this = file(object);
    let mut found = read_once(cx, object, silent)?;
    while found && this.flags.get() & SKIP_EMPTY != 0 && this.row.borrow().is_none() && this.line.borrow().as_ref().is_some_and(|line| line.is_empty()) {
        free_line(this);
        found = read_once(cx, object, silent)?;
    }
    Ok(found)
}

fn rewind(cx: &mut Cx, object: &Object) -> Result<Value> {
    check(cx, object)?;
    let this = file(object);
    if !stream_call(cx, this, "rewind", Vec::new())?.is_true() {
        let name = this.name.borrow().clone().unwrap_or_default();
        return throw_runtime(cx, message!("Cannot rewind file ", &*name));
    }
    free_line(this);
    this.line_number.set(0);
    if this.flags.get() & READ_AHEAD != 0 {
        read_element(cx, object, true)?;
    }
    Ok(Value::NULL)
}

fn seek(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = call.this();
    check(cx, object)?;
    let wanted = call.int_or(0, 0);
    if wanted < 0 {
        return call.value_error(cx, 0, "must be greater than or equal to 0");
    }
    rewind(cx, object)?;
    for _ in 0..wanted {
        if !read_element(cx, object, true)? {
            return Ok(Value::NULL);
        }
    }
    let this = file(object);
    if wanted > 0 && this.flags.get() & READ_AHEAD == 0 {
        this.line_number.set(this.line_number.get() + 1);
        free_line(this);
    }
    Ok(Value::NULL)
}

/// Separator and enclosure given from argument `first` on: one byte each.
fn csv_bytes(cx: &mut Cx, call: &Call, first: usize, csv: &mut Csv) -> Result {
    for number in [first, first + 1] {
        if !call.has(number) {
            continue;
        }
        let text = call.string(cx, number)?;
        if text.len() != 1 {
            return call.value_error(cx, number, "must be a single character");
        }
        if number == first { csv.delimiter = text } else { csv.enclosure = text }
    }
    Ok(())
}

fn csv_escape(cx: &mut Cx, call: &Call, number: usize) -> Result<Str> {
    let escape = call.string(cx, number)?;
    if escape.len() > 1 {
        return call.value_error(cx, number, "must be empty or a single character");
    }
    Ok(escape)
}

fn csv_arguments(cx: &mut Cx, call: &Call, first: usize) -> Result<Csv> {
    let mut csv = file(call.this()).csv.borrow().clone();
    csv_bytes(cx, call, first, &mut csv)?;
    if call.has(first + 2) {
        csv.escape = csv_escape(cx, call, first + 2)?;
    } else if csv.escape_is_default {
        extension::deprecated(
            cx,
            "the $escape parameter must be provided, as its default value will change, either explicitly or via SplFileObject::setCsvControl()",
        )?;
    }
    Ok(csv)
}

fn set_csv_control(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let mut csv = Csv { delimiter: Str::byte(b','), enclosure: Str::byte(b'"'), escape: Str::byte(b'\\'), escape_is_default: true };
    csv_bytes(cx, call, 0, &mut csv)?;
    let this = file(call.this());
    csv.escape_is_default = this.csv.borrow().escape_is_default;
    if call.has(2) {
        csv.escape = csv_escape(cx, call, 2)?;
        csv.escape_is_default = false;
    } else {
        let text = message!(call.func.full_name(), "(): the $escape parameter must be provided as its default value will change");
        diagnostics::deprecated(cx, text)?;
    }
    *this.csv.borrow_mut() = csv;
    Ok(Value::NULL)
}
