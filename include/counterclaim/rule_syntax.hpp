// What a *.rule file says, as it is written: names are not yet looked up, types not yet checked (src/judge/load.cpp does).
//
//   file    = { "pack" NAME ["version" NUMBER] | "list" NAME "=" TEXT {"," TEXT} | "define" NAME "(" NAME {"," NAME} ")" "="
//   EXPR
//             | rule }
//   rule    = "rule" NAME [NAME] "{" { clause } "}"
//   clause  = ("title" | "message" | "explain" | "help" | "fixhint") TEXT… | ("severity" | "tags" | "before") NAME {"," NAME}
//           | ("report" | "note") NAME TEXT… | ("where" | "unless") EXPR | match | test
//   match   = "match" ("claim" | "pair" | "set" | "cycle") NAME {"," NAME} "of" NAME {"," NAME}
//             { "same" NAME {"," NAME} | ("different" | "any") "article" | "cross" path "=" path {"," …}
//             | "length" NUMBER ".." NUMBER | "once" }
//   test    = "test" ["todo"] ("conflict" | "ok") [TEXT] "{" { article } "}"
//   article = "article" NAME [DATE] ["source" TEXT] ["tier" NAME] ["title" TEXT] TEXT…
//
// '#' begins a comment. A TEXT stands in '…' or "…" on one line; several in a row are one, joined by blanks; \" \' \\ \n are
// escapes. Offsets are bytes of the file. Brackets nest at most 32 deep, a file has at most 1 MB.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/diagnostic.hpp"

namespace counterclaim::syntax {

struct Word {
  std::uint32_t at = 0;
  std::string text;
};

struct Text {
  struct Piece {
    std::uint32_t at = 0;  // first byte behind the quotation mark
    std::string raw;       // escapes as written
  };
  std::vector<Piece> pieces;
};
std::string unescaped(std::string_view raw);
std::string plain(Text const& text);

enum class ExprKind : std::uint8_t {
  number,    // text: digits
  text,      // text: content
  path,      // path: a.article.date, or a bare word
  call,      // text: function; args
  list,      // args, in brackets: (better, equal)
  negation,  // not args[0]
  minus,     // -args[0]
  all,
  any,      // and, or: two args or more
  compare,  // text: == != < <= > >=
  in,
  like,       // args[0] in args[1]
  sum,        // text: an operator '+' or '-' for each argument but the first
  product,    // '*' or '/'
  otherwise,  // "else": the first argument that is known
};

struct Expr {
  ExprKind kind = ExprKind::number;
  std::uint32_t at = 0;
  std::string text;
  std::vector<Word> path;
  std::vector<Expr> args;
};

struct Crossing {
  Expr left, right;  // paths
};

struct Match {
  Word form;  // claim, pair, set, cycle
  std::vector<Word> variables;
  std::vector<Word> kinds;
  std::vector<Word> same;      // keys; "article" among them for "same article"
  std::vector<Word> articles;  // "different" or "any"; more than one is an error
  std::vector<Crossing> crossings;
  std::vector<Word> once;     // "once": all hits of one aligned group are one finding
  std::vector<Word> lengths;  // the two bounds of cycles; more is an error
};

struct TestArticle {
  Word id;
  std::vector<Word> date, tier;  // none or one
  Text source, title, text;      // without pieces if not given
};

struct Test {
  bool todo = false, conflict = false;
  Text name;
  std::vector<TestArticle> articles;
};

struct Clause {
  Word keyword;
  Word variable;  // report, note
  Text text;
  std::vector<Word> words;  // severity, tags, before
  Expr expr;                // where, unless
  Match match;
  Test test;
};

struct Rule {
  Word id;
  std::vector<Word> shape;  // none or one
  std::vector<Clause> clauses;
  std::uint32_t begin = 0, end = 0;  // the rule's text
};

struct List {
  Word name;
  std::vector<Text> entries;
};

struct Definition {
  Word name;
  std::vector<Word> parameters;
  Expr body;
};

struct File {
  std::vector<Word> packs;
  std::vector<List> lists;
  std::vector<Definition> definitions;
  std::vector<Rule> rules;
  std::vector<Diagnostic> errors;  // without Diagnostic::file
};

// Never throws. After an error, reading goes on at the next line that begins with rule, list, define or pack in its first
// column; after 50 errors it stops.
File parse_rules(std::string_view text);

// One expression that makes up all of `text`, which stands at byte `at` of `file`: what templates hold in {}.
struct ParsedExpr {
  Expr expr;
  std::vector<Diagnostic> errors;
};
ParsedExpr parse_template_expr(std::string_view file, std::uint32_t at, std::uint32_t size);

// A diagnostic at a byte of a rule file.
Diagnostic complaint(std::string_view file, std::uint32_t at, std::string message, std::string help = {});

}  // namespace counterclaim::syntax
