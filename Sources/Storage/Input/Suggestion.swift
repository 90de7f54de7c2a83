/// Which known names somebody may have meant.
package enum Suggestion {
  /// Up to three known names near the asked one, the nearest first, ties in the order they are known.
  ///
  /// Near is: at most a third of the asked letters wrong (two at least), or the asked name is a part of the known one.
  /// Upper and lower case count as the same, and who leaves out the family is compared with what follows it.
  package static func nearest(to asked: String, among known: [String]) -> [String] {
    let limit = max(2, asked.count / 3)
    let near = known.enumerated().compactMap { index, name -> (distance: Int, index: Int, name: String)? in
      let asked = asked.lowercased()
      let isPart = asked.count >= 3 && name.lowercased().contains(asked)
      let meant = asked.contains("/") ? name[...] : name.split(separator: "/").last ?? ""
      let slips = editDistance(Array(asked), Array(meant.lowercased()))
      let distance = isPart ? min(slips, 1) : slips
      return distance <= limit && distance < asked.count ? (distance, index, name) : nil
    }
    return near.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(3).map(\.name)
  }

  /// How many letters to insert, remove, replace or swap with their neighbour to get from one to the other.
  static func editDistance(_ from: [Character], _ to: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: to.count + 1)
    var last = Array(0...to.count)
    for row in 0..<from.count {
      var current = [row + 1]
      for column in 0..<to.count {
        let replaced = last[column] + (from[row] == to[column] ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[to.count]
  }
}
