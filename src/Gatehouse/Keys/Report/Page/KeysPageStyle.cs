namespace Gatehouse.Keys.Report.Page;

/// <summary>The page's style: light and dark, narrow and wide, and paper. What a colour says is always said in words too.</summary>
internal static class KeysPageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1b2430; --faint: #566273; --paper: #ffffff; --panel: #f3f5f8; --rule: #c9d1dc; --bar: #2f6db3; --warned: #b7791f; --over: #b3261e; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6ebf2; --faint: #a3afbf; --paper: #12171e; --panel: #1c232d; --rule: #3a4656; --bar: #6aa5e8; --warned: #e0ac4f; --over: #f2837b; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        p { margin: .4rem 0; }
        .faint { color: var(--faint); }
        .problem { border-left: .3rem solid var(--over); background: var(--panel); padding: .6rem .9rem; margin: .8rem 0; overflow-wrap: anywhere; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem; margin: 1.2rem 0 0; }
        .figures div { background: var(--panel); border-radius: .4rem; padding: .6rem .8rem; }
        .figures dt { color: var(--faint); font-size: .85rem; }
        .figures dd { margin: 0; font-size: 1.7rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .drawings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 0 2rem; }
        svg { width: 100%; height: auto; display: block; }
        svg text { fill: var(--ink); font-size: 13px; }
        svg .tick, svg .count { text-anchor: middle; }
        svg .tick { fill: var(--faint); }
        svg .from { text-anchor: start; } svg .to { text-anchor: end; }
        svg .bar { fill: var(--bar); } svg .warned { fill: var(--warned); } svg .over { fill: var(--over); }
        svg .axis { stroke: var(--rule); stroke-width: 1; }
        svg .mark { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
        svg .line { fill: none; stroke: var(--bar); stroke-width: 2; stroke-linejoin: round; } svg .point { fill: var(--bar); }
        svg .end { font-weight: 600; }
        table { width: 100%; border-collapse: collapse; font-size: .92rem; }
        th { text-align: left; border-bottom: 2px solid var(--rule); padding: .4rem .6rem .4rem 0; }
        td { vertical-align: top; border-bottom: 1px solid var(--rule); padding: .45rem .6rem .45rem 0; font-variant-numeric: tabular-nums; }
        td[data-column="To know"] { max-width: 22rem; }
        td[data-column="Age"] { white-space: nowrap; }
        .name, code { overflow-wrap: anywhere; }
        code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86rem; }
        pre { background: var(--panel); padding: .7rem .9rem; border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        .tag { border: 1px solid currentColor; border-radius: .6rem; padding: 0 .4rem; font-size: .78rem; white-space: nowrap; }
        @media (min-width: 62rem) { code { white-space: nowrap; } }
        @media (max-width: 46rem) {
          svg text { font-size: 18px; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, tr { display: block; }
          tr { border: 1px solid var(--rule); border-radius: .4rem; padding: .4rem .7rem; margin: .6rem 0; }
          td { display: grid; grid-template-columns: 5.2rem 1fr; column-gap: .6rem; border: 0; padding: .25rem 0; }
          td[data-column="To know"] { max-width: none; }
          td::before { content: attr(data-column); color: var(--faint); grid-row: 1 / span 4; }
          td > * { grid-column: 2; justify-self: start; } td > br { display: none; }
          td:empty { display: none; }
        }
        @media print {
          @page { size: A4 landscape; margin: 12mm; }
          :root { --ink: #000; --faint: #444; --paper: #fff; --panel: #f2f2f2; --rule: #999; --bar: #2f6db3; --warned: #b7791f; --over: #b3261e; }
          html { font-size: 11px; } body { font-size: 1rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main { max-width: none; padding: 0; }
          .drawings { grid-template-columns: 1fr 1fr; }
          thead { display: table-header-group; } tr, figure, pre, .figures div, .problem { break-inside: avoid; } h2 { break-after: avoid; }
        }
        """;
}
