//! What can be asked on the command line, and what the exit code says.

use std::path::PathBuf;
use std::process::ExitCode;

use biaogan::domain::{Lang, Month};
use clap::{Parser, Subcommand, ValueEnum};

use super::disk::DiskError;
use super::published::Unread;
use super::report::Report;
use super::{brief, build, demo, diff, feed, oembed, schema, validate};

/// The exit code of findings that refuse.
const REFUSED: u8 = 1;
/// The exit code of editions that differ.
const DIFFERENT: u8 = 1;
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
    /// Tells what differs between two editions: 0 nothing, 1 something, 2 one of them cannot be read.
    ///
    /// Figures are compared for the months that both reach; lights by the rule of the published folder, else by the
    /// three-colour rule.
    Diff {
        /// The earlier edition: a snapshot file, or with --data an id such as 2022-05.
        old: String,
        /// The later edition.
        new: String,
        /// The published folder whose editions are named.
        #[arg(long)]
        data: Option<PathBuf>,
    },
    /// Writes the printed brief of an edition as one file of HTML.
    Brief {
        /// The published folder with its index.json.
        #[arg(long)]
        data: PathBuf,
        /// The month of the edition, as 2022-06; the newest when absent.
        #[arg(long)]
        snapshot: Option<Month>,
        /// The address of the dashboard, so that names in the brief are links to it.
        #[arg(long)]
        base: Option<String>,
        /// The file.
        #[arg(long)]
        out: PathBuf,
    },
    /// Writes the announcements of the newest edition as an Atom feed, in the language of `--lang`.
    Feed {
        /// The published folder with its index.json.
        #[arg(long)]
        data: PathBuf,
        /// The address of the page, such as https://example.org/dashboard/; without it links are relative to the feed.
        #[arg(long)]
        base: Option<String>,
        /// The feed; notices.xml in the published folder when absent.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Writes what the page says of itself where its address is posted: for every view and record a small page with Open
    /// Graph tags, an answer of oEmbed, and a picture; in the language of `--lang`.
    Oembed {
        /// The published folder with its index.json.
        #[arg(long)]
        data: PathBuf,
        /// The address of the dashboard, such as https://example.org/dashboard/.
        #[arg(long)]
        base: String,
        /// The folder `share` beside the page.
        #[arg(long)]
        out: PathBuf,
    },
    /// Writes the JSON Schemas of manifest and snapshot.
    Schema {
        /// Where they go.
        #[arg(long)]
        out: PathBuf,
    },
}

/// Runs what was asked: 0 good, 1 findings that refuse or editions that differ, 2 wrong usage or an unreadable file.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let lang = match arguments.lang {
        Language::Zh => Lang::Zh,
        Language::En => Lang::En,
    };
    let done = match &arguments.command {
        Command::Diff { old, new, data } => {
            return match diff::run(old, new, data.as_deref(), lang) {
                Ok(told) => {
                    println!("{}", told.text);
                    if told.differs { ExitCode::from(DIFFERENT) } else { ExitCode::SUCCESS }
                }
                Err(Unread::Disk(error)) => complain(&error),
                Err(Unread::Data(findings)) => {
                    Report { findings, ..Report::default() }.print(lang, arguments.json);
                    ExitCode::from(UNUSABLE)
                }
            };
        }
        Command::Build { folder, out, prune } => build::run(folder, out, *prune),
        Command::Validate { path } => validate::run(path),
        Command::Demo { folder, profile, out, seed, prune } => demo::run(folder, profile, out, *seed, *prune),
        Command::Brief { data, snapshot, base, out } => {
            brief::run(&brief::Asked { data, snapshot: *snapshot, base: base.as_deref(), out, lang })
        }
        Command::Feed { data, base, out } => feed::run(data, base.as_deref(), out.as_deref(), lang),
        Command::Oembed { data, base, out } => oembed::run(data, base, out, lang),
        Command::Schema { out } => schema::run(out),
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
