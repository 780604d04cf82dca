//! Direction of text: invisible characters by name, first strong direction, isolation for each sink.

pub mod controls;
