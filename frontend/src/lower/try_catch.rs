//! `try`, `catch`, `finally`.

use super::builder::LoopVar;
use super::names::ClassKeyword;
use super::{Lower, Lowering};
use crate::ast::{Catch, Stmt, Try};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn try_statement(&mut self, it: &'a Try<'a>) -> Lower<()> {
        if it.catches.is_empty() && it.finally.is_none() {
            return self.fail("Cannot use try without catch or finally");
        }
        let Some(finally) = it.finally else { return self.guarded(it) };
        let outer = self.f.region;
        let after = self.block();
        let state = self.temp();
        let region = self.region(Region { parent: outer, kind: RegionKind::FinallyBody { state } });
        let body = self.region(Region { parent: outer, kind: RegionKind::FinallyBody { state } });
        let entry = self.block_in(Some(body));
        self.f.regions[region.index()].kind = RegionKind::Finally { entry, state };

        self.f.region = Some(region);
        self.f.loops.push(LoopVar::Finally(region));
        let inside = self.block();
        self.start(inside);
        self.guarded(it)?;
        self.f.loops.pop();
        self.f.region = outer;

        self.line = finally.line;
        if self.f.current.is_some() {
            self.end(Op::FinallyCall { region, resume: after });
        }
        self.f.region = Some(body);
        self.f.loops.push(LoopVar::Discard(region, body));
        self.f.current = Some(entry);
        self.statement(finally)?;
        if self.f.current.is_some() {
            self.end(Op::FinallyEnd { region });
        }
        self.f.loops.pop();
        self.f.region = outer;
        self.f.current = Some(after);
        Ok(())
    }

    /// The body with its catches.
    fn guarded(&mut self, it: &'a Try<'a>) -> Lower<()> {
        if it.catches.is_empty() {
            return self.statement(it.body);
        }
        let outer = self.f.region;
        let after = self.block();
        let handler = self.block();
        let exception = self.temp();
        let region = self.region(Region { parent: outer, kind: RegionKind::Catch { handler, exception } });
        self.f.region = Some(region);
        let inside = self.block();
        self.start(inside);
        self.statement(it.body)?;
        self.f.region = outer;
        self.jump(after);
        self.f.current = Some(handler);
        for catch in it.catches {
            self.catch(catch, exception, after)?;
        }
        self.end(Op::Rethrow { exception });
        self.f.current = Some(after);
        Ok(())
    }

    fn catch(&mut self, it: &'a Catch<'a>, exception: Temp, after: Block) -> Lower<()> {
        self.line = it.line;
        let (body, next) = (self.block(), self.block());
        let mut local = None;
        for (at, class) in it.classes.iter().enumerate() {
            if ClassKeyword::of_name(class).is_some() {
                return self.fail("Bad class name in the catch statement");
            }
            let name = self.resolve_class(class)?;
            let class = self.text(&name);
            if let Some(variable) = it.variable {
                if variable.text == b"this" {
                    return self.fail("Cannot re-assign $this");
                }
                local = Some(self.local(variable.text));
            }
            let no = if at + 1 == it.classes.len() { next } else { self.block() };
            self.end(Op::CatchMatch { exception: Peek(exception), class, yes: body, no });
            self.f.current = Some(no);
        }
        self.f.current = Some(body);
        match local {
            Some(local) => self.emit(Op::CatchAssign { local, exception }),
            None => self.emit(Op::Free { value: exception }),
        }
        self.catch_body(it.body)?;
        self.jump(after);
        self.f.current = Some(next);
        Ok(())
    }

    fn catch_body(&mut self, body: &'a Stmt<'a>) -> Lower<()> {
        self.statement(body)
    }
}
