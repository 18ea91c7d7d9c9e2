// Lists of pages, by table: a list, and what is read of it.
#include "counterclaim/feed.hpp"

#include <gtest/gtest.h>

#include "counterclaim/sha256.hpp"

namespace counterclaim {
namespace {

std::string dump(std::string_view bytes) {
  auto const feed = read_feed(bytes, "http://paper.example/lists/feed.xml");
  if (!feed) return "no list";
  constexpr char const* kinds[] = {"rss", "atom", "sitemap", "index"};
  std::string out = kinds[static_cast<int>(feed->kind)];
  if (!feed->title.empty()) out += " '" + feed->title + "'";
  for (auto const& entry : feed->entries) {
    out += " | " + entry.url;
    if (!entry.title.empty()) out += " '" + entry.title + "'";
    if (!entry.author.empty()) out += " by " + entry.author;
    if (entry.date) out += " " + to_iso(*entry.date);
    if (!entry.updated.empty()) out += " changed " + entry.updated;
  }
  return out;
}

TEST(Feed, ReadsListsByTable) {
  struct Row {
    std::string bytes, read;
  };
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  for (auto const& row : {
           Row{"", "no list"},
           Row{"   \n", "no list"},
           Row{"rainfall", "no list"},
           Row{"<html><body><item><link>http://x.example/</link></item></body></html>", "no list"},
           Row{"<!doctype html><p>rss", "no list"},
           Row{"<rss/>", "rss"},
           Row{"<rss version='2.0'><channel><title>Vale Courier</title><link>http://paper.example/</link>"
               "<image><title>Logo</title><link>http://paper.example/logo</link></image>"
               "<item><title> Dam  opens </title><link> http://paper.example/dam </link>"
               "<pubDate>Tue, 04 Mar 2031 23:30:00 -0500</pubDate></item></channel></rss>",
               "rss 'Vale Courier' | http://paper.example/dam 'Dam  opens' 2031-03-04"},
           Row{"\n<?xml version='1.0'?><rss><channel><item><link>/a</link></item><item><link>b</link></item></channel></rss>",
               "rss | http://paper.example/a | http://paper.example/lists/b"},
           Row{"<rss><channel><item><guid>http://paper.example/g</guid></item><item><guid isPermaLink='false'>77</guid></item>"
               "<item><guid isPermaLink='false'>http://paper.example/no</guid></item></channel></rss>",
               "rss | http://paper.example/g"},
           Row{"<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><link>/c</link><dc:creator>Ada "
               "Moor</dc:creator>"
               "<dc:date>2031-03-04T01:00:00+09:00</dc:date></item></channel></rss>",
               "rss | http://paper.example/c by Ada Moor 2031-03-04"},
           Row{"<rss xmlns:m='http://m.example/'><channel><item><title>Own</title><link>/d</link>"
               "<m:group><m:title>Picture</m:title></m:group><source url='x'>Elsewhere</source></item></channel></rss>",
               "rss | http://paper.example/d 'Own'"},
           Row{"<rss><channel><item><title><![CDATA[Rain & "
               "<b>snow</b>]]></title><link>/e?a=1&amp;b=2</link></item></channel></rss>",
               "rss | http://paper.example/e?a=1&b=2 'Rain & <b>snow</b>'"},
           Row{"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel><title>Old</title></channel>"
               "<item><title>T</title><link>/f</link></item></rdf:RDF>",
               "rss 'Old' | http://paper.example/f 'T'"},
           Row{"<feed xmlns='http://www.w3.org/2005/Atom'><title>Notes</title><link href='http://paper.example/'/>"
               "<entry><title>E</title><link rel='self' href='/self'/><link rel='alternate' href='/g'/>"
               "<author><name>Bo Lind</name><email>bo@paper.example</email></author>"
               "<published>2031-01-02T00:00:00Z</published><updated>2031-03-04T05:06:07Z</updated></entry></feed>",
               "atom 'Notes' | http://paper.example/g 'E' by Bo Lind 2031-01-02 changed 2031-03-04T05:06:07Z"},
           Row{"<feed xml:base='http://other.example/base/'><entry><link href='h'/></entry></feed>",
               "atom | http://other.example/base/h"},
           Row{"<feed><entry><link rel='enclosure' href='/i.mp3'/></entry></feed>", "atom"},
           Row{"<urlset><url><loc>http://paper.example/j</loc><lastmod>2031-03-04</lastmod></url><url><lastmod>2031-01-01</"
               "lastmod>"
               "</url></urlset>",
               "sitemap | http://paper.example/j 2031-03-04 changed 2031-03-04"},
           Row{"<urlset xmlns:n='n' xmlns:i='i'><url><loc>/k</loc><n:news><n:publication><n:name>P</n:name></n:publication>"
               "<n:publication_date>2031-02-03</n:publication_date><n:title>K</n:title></n:news>"
               "<i:image><i:loc>/k.jpg</i:loc></i:image></url></urlset>",
               "sitemap | http://paper.example/k 'K' 2031-02-03"},
           Row{"<sitemapindex><sitemap><loc>/m.xml</loc></sitemap></sitemapindex>", "index | http://paper.example/m.xml"},
           Row{"<rss><channel><item><link>/n</link></item><item><link>/half", "rss | http://paper.example/n"},
           Row{"<rss><channel><item><title>a&nbsp;b & "
               "c</title><link>/o</link></item><item><link>/q</link><br></item></channel></rss>junk",
               "rss | http://paper.example/o 'ab  c' | http://paper.example/q"},
           Row{"<rss><channel><item><link>/o</link></item></oops>", "rss | http://paper.example/o"},
           Row{"<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
               "<rss><channel><item><title>x&b;&f;y</title><link>/p</link></item></channel></rss>",
               "rss | http://paper.example/p 'xy'"},
           Row{"<rss>" + deep, "rss"},
       })
    EXPECT_EQ(dump(row.bytes), row.read) << row.bytes.substr(0, 200);
}

TEST(Feed, KeepsLittleOfLongTexts) {
  auto const feed =
      read_feed("<rss><channel><item><title>" + std::string(1'000'000, 't') + "</title><link>/a</link></item></channel></rss>",
                "http://paper.example/");
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->entries.size(), 1u);
  EXPECT_EQ(feed->entries[0].title.size(), 4000u);
}

// FIPS 180-4 examples, and every length around the end of a block against itself.
TEST(Sha256, KnownDigests) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  struct Row {
    std::size_t size;
    char const* begin;
  };
  for (auto const& [size, begin] :
       {Row{55, "9f4390f8"}, Row{56, "b35439a4"}, Row{63, "7d3e74a0"}, Row{64, "ffe054fe"}, Row{65, "635361c4"}})
    EXPECT_TRUE(sha256(std::string(size, 'a')).starts_with(begin)) << size;
}

}  // namespace
}  // namespace counterclaim
