/// The ids of a page: readable, each given once, and the same as long as names and their order are.
struct Anchors {
  private var given: Set<String> = ["main", "verdict", "contents", "provenance"]

  /// `graphs-on-path-small-target` from any name; a number follows where it was given before.
  ///
  /// Two hyphens never stand together, so parts of what is named may be called `id--part`.
  mutating func anchor(for name: String) -> String {
    var words = [""]
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case "A"..."Z": words[words.count - 1] += String(scalar).lowercased()
      default: if words[words.count - 1] != "" { words.append("") }
      }
    }
    var slug = String(words.filter { !$0.isEmpty }.joined(separator: "-").prefix(Self.longest))
    if slug.last == "-" { slug.removeLast() }
    let wish = slug.isEmpty ? "claim" : slug
    var anchor = wish
    var number = 2
    while !given.insert(anchor).inserted {
      anchor = "\(wish)-\(number)"
      number += 1
    }
    return anchor
  }

  /// A longer name is cut.
  private static let longest = 80
}
