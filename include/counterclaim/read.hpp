// Bytes to articles. Never throws for what an input holds: an input that cannot be read is a diagnostic, the rest is read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/article.hpp"
#include "counterclaim/diagnostic.hpp"

namespace counterclaim {

struct ReadResult {
  std::vector<Article> articles;       // in order of id for folders, of input otherwise
  std::vector<Diagnostic> unreadable;  // missing files, bad JSON lines, files over 4 GB
};

// Files, folders (recursively: .txt .md .markdown .html .htm .jsonl; hidden ones and symbolic links out of the tree are passed
// over) and "-" (standard input as one text). The id is the path as given, for files in folders joined to it; "-" is "<stdin>".
ReadResult read_paths(std::vector<std::string> const& paths);
// The two halves of it: the files that would be read ("-" stays as it is), in order, and what is in one of them.
struct FileList {
  std::vector<std::string> files;
  std::vector<Diagnostic> unreadable;  // folders
};
FileList list_files(std::vector<std::string> const& paths);
bool is_article_name(std::string_view path);  // by its extension; what else lies in a folder is passed over
ReadResult read_file(std::string const& path);
// One article a line; "-" is standard input. `text` is plain text, or Markdown if the record's id ends in .md; `html` is a
// page. Lines that are no record are diagnostics, the others are read. A record without an id is named by its file and line:
// "news.jsonl:7".
ReadResult read_jsonl(std::string const& path);

// One text, its kind told by the extension of `id` (.md, .html, .jsonl is not taken here), plain text otherwise.
Article read_text(std::string id, std::string bytes);
Article read_plain(std::string id, std::string bytes);
Article read_markdown(std::string id, std::string bytes);
Article read_html(std::string id, std::string bytes, std::string url = {});  // raw becomes the main text as Markdown

}  // namespace counterclaim
