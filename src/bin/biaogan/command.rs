//! What can be asked on the command line, and what the exit code says.

use std::path::PathBuf;
use std::process::ExitCode;

use biaogan::domain::Lang;
use clap::{Parser, Subcommand, ValueEnum};

use super::disk::DiskError;
use super::{build, demo, schema, validate};

/// The exit code of findings that refuse.
const REFUSED: u8 = 1;
/// The exit code of a file or folder that cannot be read or written; clap uses it for wrong usage.
const UNUSABLE: u8 = 2;

/// Publishes how a district carries out a plan: tables in, static files out.
#[derive(Parser)]
#[command(name = "biaogan", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The language of findings.
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    /// Writes findings as JSON to standard output.
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

#[derive(Subcommand)]
enum Command {
    /// Makes a publication of a folder of tables.
    ///
    /// Editions of other months that are already in the output folder stay in the manifest.
    Build {
        /// The folder of tables.
        folder: PathBuf,
        /// Where index.json goes.
        #[arg(long)]
        out: PathBuf,
        /// Removes snapshots and boundaries that the new manifest does not name.
        #[arg(long)]
        prune: bool,
    },
    /// Checks a folder of tables, a published folder with its index.json, or one published file.
    Validate {
        /// The folder or file.
        path: PathBuf,
    },
    /// Makes the official edition of a plan and demonstration editions of all its other months.
    Demo {
        /// The folder of the plan's tables.
        folder: PathBuf,
        /// The folder of the tables that say how the demonstration figures run.
        #[arg(long)]
        profile: PathBuf,
        /// Where index.json goes.
        #[arg(long)]
        out: PathBuf,
        /// The same seed always gives the same bytes.
        #[arg(long)]
        seed: Option<u64>,
        /// Removes snapshots and boundaries that the new manifest does not name.
        #[arg(long)]
        prune: bool,
    },
    /// Writes the JSON Schemas of manifest and snapshot.
    Schema {
        /// Where they go.
        #[arg(long)]
        out: PathBuf,
    },
}

/// Runs what was asked: 0 good, 1 findings that refuse, 2 wrong usage or an unreadable file.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Command::Build { folder, out, prune } => build::run(folder, out, *prune),
        Command::Validate { path } => validate::run(path),
        Command::Demo { folder, profile, out, seed, prune } => demo::run(folder, profile, out, *seed, *prune),
        Command::Schema { out } => schema::run(out),
    };
    let lang = match arguments.lang {
        Language::Zh => Lang::Zh,
        Language::En => Lang::En,
    };
    match done {
        Ok(report) => {
            report.print(lang, arguments.json);
            if report.refused() { ExitCode::from(REFUSED) } else { ExitCode::SUCCESS }
        }
        Err(error) => complain(&error),
    }
}

fn complain(error: &DiskError) -> ExitCode {
    eprintln!("biaogan: {error}");
    ExitCode::from(UNUSABLE)
}
