#include "src/report/html_parts.hpp"

namespace counterclaim::html {

std::string_view style() {
  return R"css(
:root{color-scheme:light dark;--page:#fbfaf7;--card:#fff;--ink:#1c1b19;--soft:#66625a;--line:#dedad0;--error:#b3261e;
--warning:#8f5b00;--info:#1f5f8b;--mark:#ffd9d2;--other:#d8e6f5;--bar:#1f5f8b;--link:#1a4f8a}
@media (prefers-color-scheme:dark){:root{--page:#151514;--card:#1f1e1c;--ink:#ece9e2;--soft:#a5a096;--line:#3a3834;
--error:#ff8a7e;--warning:#f0b559;--info:#84bdea;--mark:#6e2a22;--other:#234566;--bar:#84bdea;--link:#9cc6ef}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;
overflow-wrap:anywhere}
main{max-width:70rem;margin:0 auto;padding:1.5rem 1rem 4rem}
a{color:var(--link)}
h1{font:700 2rem/1.2 Georgia,"Noto Serif",serif;margin:0}
h2{font:700 1.4rem/1.3 Georgia,"Noto Serif",serif;margin:2.5rem 0 1rem}
h3{font:700 1.15rem/1.35 Georgia,"Noto Serif",serif;margin:0}
.lead{color:var(--soft);margin:.25rem 0 1.25rem}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.6rem;list-style:none;margin:0 0 1rem;padding:0}
.counts li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .8rem;color:var(--soft);font-size:.85rem}
.counts b{display:block;font-size:1.5rem;line-height:1.2;color:var(--ink)}
.counts .error b{color:var(--error)}.counts .warning b{color:var(--warning)}.counts .info b{color:var(--info)}
nav a{margin-right:1rem}
.filters{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.6rem .9rem;margin:1rem 0}
.filters summary{font-weight:600;cursor:pointer}
.filters fieldset{border:0;padding:0;margin:.6rem 0 0;display:flex;flex-wrap:wrap;gap:.15rem 1rem}
.filters legend{font-size:.85rem;color:var(--soft)}
.filters select{max-width:100%;font:inherit}
.f{background:var(--card);border:1px solid var(--line);border-left:.35rem solid var(--soft);border-radius:.5rem;
padding:1rem 1.1rem;margin:0 0 1.25rem}
.f.error{border-left-color:var(--error)}.f.warning{border-left-color:var(--warning)}.f.info{border-left-color:var(--info)}
.f:target{outline:2px solid var(--link)}
.number{color:var(--soft);text-decoration:none;font-weight:400}
.kind{margin:.2rem 0 .8rem;color:var(--soft);font-size:.85rem}
.severity{font-weight:700;text-transform:uppercase;letter-spacing:.04em}
.error .severity,a.error{color:var(--error)}.warning .severity,a.warning{color:var(--warning)}
.info .severity,a.info{color:var(--info)}
.passages{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:.8rem}
.passage{border:1px solid var(--line);border-radius:.4rem;padding:.7rem .9rem;display:flex;flex-direction:column}
time,.day{white-space:nowrap}
.findings{display:flex;flex-direction:column;counter-reset:shown}.findings .f{counter-increment:shown}
.shown{display:none;order:-1;margin:0 0 1rem;color:var(--soft)}.shown::before{content:"Shown: " counter(shown)}
body:has(.filters input:not(:checked)) .shown,body:has(#in option[value]:checked) .shown{display:block}
.filters button{font:inherit;margin:.6rem 0 0}
.passage header{font-size:.9rem}.passage time,.title,.tier,.under,.place{color:var(--soft)}
.tier{border:1px solid var(--line);border-radius:.3rem;padding:0 .3rem;font-size:.8rem}
.under{margin:.5rem 0 0;font-size:.85rem;font-weight:600}
blockquote{margin:.5rem 0;font:1.02rem/1.55 Georgia,"Noto Serif",serif}
mark{background:var(--mark);color:inherit;font-weight:700;border-radius:.2rem;padding:0 .15em;box-decoration-break:clone;
-webkit-box-decoration-break:clone}
mark.other{background:var(--other)}
.see{color:inherit;text-decoration:underline dotted}
.foot{margin-top:auto}
.says{margin:0;font-weight:600;font-size:.9rem}
.place{margin:.1rem 0 0;font:.78rem/1.4 ui-monospace,Menlo,Consolas,monospace}
figure{margin:1rem 0 0}figcaption{font-size:.85rem;color:var(--soft)}
svg{display:block;overflow:hidden}
.tick{stroke:var(--line);stroke-width:1}
.axis,.who{font:12px system-ui,"Noto Sans",sans-serif;fill:var(--soft)}
.who{fill:var(--ink);paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}
.bar{stroke:var(--bar);stroke-width:9;stroke-linecap:round}.bar.primary{stroke:var(--error)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:1rem 0 0;font-size:.9rem}
dt{color:var(--soft)}dd{margin:0}
details{margin:0 0 .6rem}summary{cursor:pointer}summary span{color:var(--soft);font-size:.85rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem;font-size:.9rem;background:var(--card);overflow-wrap:normal}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;border:1px solid var(--line);padding:.3rem .5rem}
th{font-size:.8rem;color:var(--soft)}.n{text-align:right}
table.claims{table-layout:fixed;min-width:34rem}
.claims th:nth-child(1){width:30%}.claims th:nth-child(2){width:7.5rem}.claims th:nth-child(5){width:5.5rem}
.unreadable td{color:var(--error)}
.none{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem}
footer{color:var(--soft);font-size:.85rem;margin-top:2.5rem}
@media (max-width:34rem){h1{font-size:1.6rem}dl{grid-template-columns:1fr}dt{margin-top:.3rem}.f{padding:.8rem .7rem}}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--error:#a00;--warning:#850;--info:#048;
--mark:#fdd;--other:#def;--bar:#048;--link:#000}
@page{margin:15mm}.findings{display:block}table.claims{min-width:0}
body{font-size:10pt}main{max-width:none;padding:0}.filters,nav{display:none}.f,.passage,tr{break-inside:avoid}
mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}h2,h3{break-after:avoid}}
)css";
}

}  // namespace counterclaim::html
