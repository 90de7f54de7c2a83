import CSIMD

/// Rows of a table, looked up by number. The caller guarantees that every id lies within the table.
extension Kernel {
  /// How many rows a table must have for the ids that are read, from the first one on. An id below zero counts as larger
  /// than any other.
  static func neededRowCount(ids: UnsafePointer<Int32>, idsPerRow: Int, idStride: Int, rows: Int) -> Int {
    let isWhole = idsPerRow == idStride  // one long row: so the compiler makes vectors of it
    let (rows, idsPerRow) = isWhole ? (1, rows * idsPerRow) : (rows, idsPerRow)
    var largest: UInt32 = 0
    for r in 0..<rows {
      for i in 0..<idsPerRow { largest = max(largest, UInt32(bitPattern: ids[r * idStride + i])) }
    }
    return Int(largest) + 1
  }

  /// ids [rows x idStride], of which the first idsPerRow of each row are read; table [vocabulary x tableWidth]. An output row
  /// holds its table rows side by side (idsPerRow * tableWidth wide), or their sum (tableWidth wide), added in the order
  /// of the ids.
  static func embed(
    ids: UnsafePointer<Int32>, idsPerRow: Int, idStride: Int, combination: EmbeddingCombination,
    table: UnsafePointer<Float>,
    tableWidth: Int, rows: Int, into out: UnsafeMutablePointer<Float>
  ) {
    precondition(
      idsPerRow > 0 && idsPerRow <= idStride, "A row of \(idStride) ids has at least one read, not \(idsPerRow).")
    switch combination {
    case .concatenate:
      for r in 0..<rows {
        for i in 0..<idsPerRow {
          copy(
            table + Int(ids[r * idStride + i]) * tableWidth, tableWidth, out + (r * idsPerRow + i) * tableWidth)
        }
      }
    case .sum:
      for r in 0..<rows {
        let row = ids + r * idStride
        copy(table + Int(row[0]) * tableWidth, tableWidth, out + r * tableWidth)
        for i in 1..<idsPerRow {
          accumulate(table + Int(row[i]) * tableWidth, count: tableWidth, into: out + r * tableWidth)
        }
      }
    }
  }

  /// Adds the output's gradient to the table rows it came from, in row order.
  static func embedBackward(
    ids: UnsafePointer<Int32>, idsPerRow: Int, idStride: Int, combination: EmbeddingCombination,
    outputGradient: UnsafePointer<Float>, tableWidth: Int, rows: Int, tableGradient: UnsafeMutablePointer<Float>
  ) {
    for r in 0..<rows {
      for i in 0..<idsPerRow {
        let source =
          switch combination {
          case .concatenate: outputGradient + (r * idsPerRow + i) * tableWidth
          case .sum: outputGradient + r * tableWidth
          }
        let target = tableGradient + Int(ids[r * idStride + i]) * tableWidth
        accumulate(source, count: tableWidth, into: target)
      }
    }
  }

  private static func copy(_ x: UnsafePointer<Float>, _ count: Int, _ y: UnsafeMutablePointer<Float>) {
    y.update(from: x, count: count)
  }
}
