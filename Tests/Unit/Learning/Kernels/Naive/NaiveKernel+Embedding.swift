@testable import Learning

extension NaiveKernel {
  static func embed(
    ids: [Int32], idsPerRow: Int, combination: EmbeddingCombination, table: [Double], tableWidth: Int
  ) -> [Double] {
    let found = ids.map { id in Array(table[Int(id) * tableWidth..<(Int(id) + 1) * tableWidth]) }
    switch combination {
    case .concatenate:
      return found.flatMap { $0 }
    case .sum:
      return stride(from: 0, to: found.count, by: idsPerRow).flatMap { first in
        (0..<tableWidth).map { c in found[first..<first + idsPerRow].reduce(0) { $0 + $1[c] } }
      }
    }
  }
}
