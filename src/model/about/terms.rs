//! What may be done with program and data, whom the page serves, what it keeps, and its files.

use super::super::basemap;
use super::super::scope::Scope;
use super::{Block, Target};
use crate::domain::{Lang, format};
use crate::snapshot::Manifest;

fn lines(lang: Lang, lines: &[(&str, &str)]) -> Block {
    Block::List(lines.iter().map(|(zh, en)| (lang.pick(*zh, *en).to_owned(), None)).collect())
}

pub fn licences(scope: &Scope<'_>, manifest: &Manifest) -> Vec<Block> {
    let lang = scope.lang;
    let publisher = manifest.district.publisher.get(lang);
    let notice =
        lang.pick("图表部分用Apache ECharts，许可见此", "Charts are drawn by Apache ECharts; its licence");
    let mut list = vec![
        (lang.pick("程序：Apache License 2.0。", "The program: Apache License 2.0.").into(), None),
        (notice.into(), Some(Target::ChartLicence)),
        (
            lang.pick(
                format!("数据：发布单位（{publisher}）没有声明使用条件。要转用，请先问发布单位。"),
                format!("The data: the publisher ({publisher}) has not stated terms of use. Ask there before you reuse them."),
            ),
            None,
        ),
        (
            lang.pick(
                "边界：各图层的来源和声明见“地图”一节，使用时一并保留。",
                "Boundaries: sources and statements of each layer stand under Maps; keep them with every use.",
            )
            .into(),
            None,
        ),
    ];
    if !manifest.basemap.is_empty() {
        let streets = lang.pick(
            "底图部分用MapLibre GL JS，许可见此",
            "Street maps are drawn by MapLibre GL JS; its licence",
        );
        list.insert(2, (streets.into(), Some(Target::StreetLicence)));
    }
    vec![Block::List(list)]
}

pub fn access(scope: &Scope<'_>, manifest: &Manifest) -> Vec<Block> {
    let lang = scope.lang;
    let publisher = manifest.district.publisher.get(lang);
    vec![
        Block::text(lang.pick(
            "本页以《网页内容无障碍指南》WCAG 2.2 AA级为准。",
            "This page aims at the Web Content Accessibility Guidelines, WCAG 2.2 level AA.",
        )),
        lines(
            lang,
            &[
                (
                    "能做到：全部操作可用键盘；每幅图都有同样内容的表和一句话说明；灯有形状和文字；长者模式放大字号；可选高对比配色；遵从系统的少动画和强制颜色设置。",
                    "It offers: everything by keyboard; a table and a one-sentence summary with every chart; lights with shapes and words; large type; a high-contrast theme; the system's settings for less motion and forced colours are obeyed.",
                ),
                (
                    "怎样检验：每次构建用axe-core和浏览器自动检查各视图、各配色、两种语言，宽度从360到3840像素，再加放大四倍、键盘走查和打印。没有做过第三方评测，也没有与残障用户一起测试。",
                    "How it is tested: with every build, axe-core and browser tests go through views, themes and both languages, from 360 to 3840 pixels wide, at four times the size, by keyboard and in print. There was no assessment by a third party and no test with disabled readers.",
                ),
                (
                    "已知不足：地图画面本身读屏软件读不出，内容在旁边的列表和表格里；方案原文是外部网页，不由本页保证；部分英文名称是音译。",
                    "Known limits: a screen reader does not read the map's picture, its content stands in the lists and tables beside it; the plan's own text is an outside page; some English names are romanised.",
                ),
            ],
        ),
        Block::Text(lang.pick(
            format!("数据没有登记联系方式。发现障碍请告知发布单位：{publisher}。"),
            format!("The data name no contact. Please report barriers to the publisher: {publisher}."),
        )),
    ]
}

pub fn privacy(lang: Lang, manifest: &Manifest) -> Vec<Block> {
    let hosts = basemap::hosts(&manifest.basemap).join(lang.pick("、", ", "));
    let first = if hosts.is_empty() {
        (
            "没有Cookie，没有统计和跟踪，不要登录，不向其他网站请求任何东西。".to_owned(),
            "No cookies, no statistics or tracking, no sign-in, and nothing is asked of any other site."
                .to_owned(),
        )
    } else {
        (
            format!(
                "没有Cookie，没有统计和跟踪，不要登录。显示底图时向{hosts}请求瓦片，对方由此知道你的网络地址和看的是哪一带；不显示底图就不请求，除此之外不向其他网站请求任何东西。"
            ),
            format!(
                "No cookies, no statistics or tracking, no sign-in. Where the street map is shown, its tiles are asked of {hosts}, who so learn your network address and the area you look at; without it nothing is asked of them, and nothing of any other site."
            ),
        )
    };
    vec![lines(
        lang,
        &[
            (&first.0, &first.1),
            (
                "浏览器里（localStorage）只留三样：最近一次读到的清单、最近一次读到的一期数据、见过的发布序号。前两样在服务器不通时显示，序号用来发现数据被退回。里面没有关于你的内容，清除本站数据即可删掉。",
                "Your browser keeps three things (localStorage): the manifest and the edition last read, shown when the server is away, and the publication number last seen, by which a roll-back is noticed. None of it is about you; clearing the site's data removes it.",
            ),
            (
                "筛选、配色、语言都写在网址里，不另存。分享网址就是分享你看到的样子。",
                "Filters, colours and language stand in the address and are not stored. Who shares the address shares the view.",
            ),
            (
                "存放文件的服务器可能有自己的访问日志，本页管不到。",
                "The server that holds the files may keep its own access log; this page has no say in that.",
            ),
        ],
    )]
}

pub fn downloads(scope: &Scope<'_>, manifest: &Manifest) -> Vec<Block> {
    let lang = scope.lang;
    let mut files =
        vec![(lang.pick("清单 index.json", "The manifest, index.json").to_owned(), Some(Target::Manifest))];
    if let Some(entry) = manifest.snapshot(scope.edition.month) {
        let month = format::month(entry.id, lang);
        let name = lang.pick(format!("本期数据（{month}，JSON）"), format!("This edition ({month}, JSON)"));
        files.push((name, Some(Target::Published(entry.file.clone()))));
    }
    for (zh, en, file) in [
        ("清单的JSON Schema", "JSON Schema of the manifest", "schema/manifest.schema.json"),
        ("各期数据的JSON Schema", "JSON Schema of an edition", "schema/snapshot.schema.json"),
    ] {
        files.push((lang.pick(zh, en).to_owned(), Some(Target::Beside(file.into()))));
    }
    vec![
        Block::text(lang.pick(
            "本页显示的一切都出自这些文件。清单写明每个文件的长度和SHA-256，页面读入时逐一核对。",
            "Everything on these pages comes from these files. The manifest gives length and SHA-256 of each; the page checks them when it reads.",
        )),
        Block::List(files),
    ]
}
