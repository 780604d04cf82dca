//! A sign of life, on a terminal only, and only where the work takes longer than a second.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::ProgressBar;

use crate::cli::Terminal;
use crate::phrase::Phrase;

const PATIENCE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(120);

/// Shows that work is going on, until it is dropped.
pub(super) struct Progress(Option<(mpsc::Sender<()>, JoinHandle<()>)>);

impl Progress {
    pub(super) fn start(terminal: &Terminal, phrase: &Phrase) -> Self {
        if !terminal.is_watched() {
            return Self(None);
        }
        let message = terminal.words.say(phrase);
        let (stop, stopped) = mpsc::channel();
        let show = move || {
            if stopped.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let bar = ProgressBar::new_spinner().with_message(message);
                bar.enable_steady_tick(TICK);
                let _ = stopped.recv();
                bar.finish_and_clear();
            }
        };
        Self(Some((stop, thread::spawn(show))))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.0.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}
