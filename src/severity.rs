//! How much a finding matters.

/// How much a finding matters. Rules propose one; configuration and command line decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The rule does not run.
    Off,
    /// Worth knowing; stops nothing.
    Info,
    /// Likely a fault.
    Warn,
    /// A fault.
    Error,
}
