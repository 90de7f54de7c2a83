import Judging
import Reports

extension TrainedExperiment {
  /// - Parameter split: the one that was learned from.
  func leaks(of split: String) -> DocumentPart {
    let tables = LeakTable(experiment, replicates: runs.map(\.replicate), exposures).tables
    return .table(tables.first { $0.learned == split }!.table)
  }
}

extension LeakTable {
  /// A table for each training split: a row a question, a column a size. A cell is the share of what was asked, and in
  /// parentheses that of as many questions drawn afresh: what chance alone repeats.
  package var tables: [(learned: String, table: DocumentTable)] {
    var names: [String] = []
    for row in rows where !names.contains(row.learned) { names.append(row.learned) }
    return names.map { name in (name, Self.table(rows.filter { $0.learned == name })) }
  }

  private static func table(_ rows: [Row]) -> DocumentTable {
    var sizes: [String] = []
    for name in rows.flatMap(\.shares).map(\.name) where !sizes.contains(name) { sizes.append(name) }
    sizes.sort { number($0) < number($1) }
    return DocumentTable(
      columns: [.words("Asked")] + sizes.map { .numbers($0) },
      rows: rows.map { row in
        [Self.local(row.asked)] + sizes.map { size in row.shares.first { $0.name == size }.map(cell) ?? "" }
      })
  }

  /// A document is about one family, which need not stand before every split.
  private static func local(_ split: String) -> String { String(split.drop { $0 != "/" }.dropFirst()) }

  /// `n=8` is 8; what is no size comes first.
  private static func number(_ size: String) -> Int { size.split(separator: "=").last.flatMap { Int($0) } ?? 0 }

  private static func cell(_ share: Leak.Size) -> String {
    let asked = NumberText.percent(share.asked)
    return share.byChance.map { "\(asked) (\(NumberText.percent($0)))" } ?? asked
  }
}
