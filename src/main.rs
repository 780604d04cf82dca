//! The command line of mizan.

fn main() {}
