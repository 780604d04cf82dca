//! A locale's messages, parsed, with the place of every node.

use std::marker::PhantomData;

/// A locale's messages over all its files.
#[derive(Debug)]
pub struct CatalogView<'a> {
    _text: PhantomData<&'a str>,
}
