import CSIMD

/// c = start + a b, in blocks that stay in cache and tiles that stay in registers.
///
/// No block or tile size reaches a result: each element of c is one chain of fused multiply-adds over k in order, and a
/// block over the depth continues the chain from what c holds.
extension Kernel {
  /// What the accumulators begin with: zero, `bias[column]`, or what c holds.
  enum Start {
    case zero
    case bias(UnsafePointer<Float>)
    case accumulate
  }

  /// Columns in one panel of a packed matrix.
  static let panelWidth = 32

  /// The number of floats that a packed matrix occupies.
  static func packedCount(depth: Int, columns: Int) -> Int {
    (columns + panelWidth - 1) / panelWidth * panelWidth * depth
  }

  /// Packs b (depth x columns, either stride 1; swap them to pack a transpose) as panels of 32 columns, each [depth x 32] and
  /// contiguous, the last one padded with zeros.
  static func pack(_ b: MatrixView, depth: Int, columns: Int, into packed: UnsafeMutablePointer<Float>) {
    for first in stride(from: 0, to: columns, by: panelWidth) {
      let width = min(panelWidth, columns - first)
      let source = b.base + first * b.columnStride
      let panel = packed + first * depth
      for n in stride(from: 0, to: panelWidth, by: 16) {
        let lanes = Int32(max(0, min(16, width - n)))
        if b.columnStride == 1 {
          for k in 0..<depth {
            csimd_store(panel + k * panelWidth + n, csimd_load_first(source + k * b.rowStride + n, lanes))
          }
        } else if b.rowStride == 1 {
          for k in stride(from: 0, to: depth, by: 16) {
            csimd_transpose(
              source + n * b.columnStride + k, b.columnStride, lanes, Int32(min(16, depth - k)),
              panel + k * panelWidth + n, panelWidth)
          }
        } else {
          preconditionFailure("Neither stride of the matrix is 1: \(b.rowStride), \(b.columnStride).")
        }
      }
    }
  }

  /// c[r, n] = start + sum over k of a[r, k] b[k, n], for b from `pack`. c is row-major. To the end of each chain the
  /// element of `addend` at the same place is added, rounded on its own; it stands in memory as c does.
  static func multiply(
    _ a: MatrixView, packed b: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>, cStride: Int,
    rows: Int, depth: Int, columns: Int, start: Start, addend: UnsafePointer<Float>? = nil
  ) {
    let right = Right(base: b, rowStride: panelWidth, panelStride: panelWidth * depth)
    multiply(a, right, c, cStride, rows, depth, columns, start, addend)
  }

  /// c[r, n] = start + sum over k of a[r, k] b[k, n], for b row-major with row stride `bStride`. c is row-major.
  static func multiply(
    _ a: MatrixView, rowMajor b: UnsafePointer<Float>, bStride: Int, into c: UnsafeMutablePointer<Float>,
    cStride: Int, rows: Int, depth: Int, columns: Int, start: Start
  ) {
    let right = Right(base: b, rowStride: bStride, panelStride: panelWidth)
    multiply(a, right, c, cStride, rows, depth, columns, start, nil)
  }

  /// The right-hand matrix, packed or not: panel p begins at `base + p * panelStride`.
  private struct Right {
    var base: UnsafePointer<Float>
    var rowStride: Int
    var panelStride: Int
  }

  /// A slice of 256 rows of a panel is 32 KiB: half of it stays in the first-level cache, the rest streams.
  private static let depthBlock = 256
  /// 128 rows of a, 256 deep, are 128 KiB: they stay in the second-level cache while all panels pass.
  private static let rowBlock = 128

  private static func multiply(
    _ a: MatrixView, _ b: Right, _ c: UnsafeMutablePointer<Float>, _ cStride: Int,
    _ rows: Int, _ depth: Int, _ columns: Int, _ start: Start, _ addend: UnsafePointer<Float>?
  ) {
    precondition(
      rows >= 0 && depth >= 0 && columns >= 0 && (rows < 2 || cStride >= columns),
      "A product of \(rows) x \(depth) x \(columns) into rows \(cStride) apart.")
    precondition(
      a.rowStride == 1 || a.columnStride == 1 || depth < 2,
      "Neither stride of the left matrix is 1: \(a.rowStride), \(a.columnStride).")
    // Where the chains begin: rows `startStride` apart, or nowhere (zero).
    var startBase: UnsafePointer<Float>?
    var startStride = 0
    switch start {
    case .zero: break
    case .bias(let bias): startBase = bias
    case .accumulate: (startBase, startStride) = (UnsafePointer(c), cStride)
    }
    var k = 0
    repeat {
      let slice = min(depthBlock, depth - k)
      for firstRow in stride(from: 0, to: rows, by: rowBlock) {
        let rowCount = min(rowBlock, rows - firstRow)
        var first = 0
        while first < columns {
          strip(
            Tile(
              a: a.base + firstRow * a.rowStride + k * a.columnStride, aRow: a.rowStride, aColumn: a.columnStride,
              b: b.base + first / panelWidth * b.panelStride + k * b.rowStride, bRow: b.rowStride,
              c: c + firstRow * cStride + first, cRow: cStride,
              start: startBase.map { $0 + firstRow * startStride + first }, startRow: startStride,
              addend: k + slice < depth ? nil : addend.map { $0 + firstRow * cStride + first }, depth: slice),
            rows: rowCount, columns: min(panelWidth, columns - first))
          first += panelWidth
        }
      }
      (startBase, startStride) = (UnsafePointer(c), cStride)
      k += slice
    } while k < depth
  }

  /// All rows of at most 32 columns.
  private static func strip(_ tile: Tile, rows: Int, columns: Int) {
    var left = columns
    var tile = tile
    while left > 0 {
      let vectors = max(1, min(Int(CSIMD_TILE_VECTORS), left / 16))
      column(tile, rows: rows, vectors: vectors, lanes: min(16, left))
      tile.moveRight(16 * vectors)
      left -= 16 * vectors
    }
  }

  /// All rows of one column of tiles, the rows shared out evenly: 33 rows are 7 + 7 + 7 + 6 + 6, not 4 x 8 + 1, because
  /// a single row is one chain that waits for itself.
  private static func column(_ tile: Tile, rows: Int, vectors: Int, lanes: Int) {
    guard rows > 0 else { return }
    let tileRows = Int(CSIMD_TILE_ROWS)
    let count = (rows + tileRows - 1) / tileRows
    let height = rows / count
    let taller = rows - height * count
    var tile = tile
    if taller > 0 {
      tiles(tile, height: height + 1, count: taller, vectors: vectors, lanes: lanes)
      tile.moveDown(taller * (height + 1))
    }
    tiles(tile, height: height, count: count - taller, vectors: vectors, lanes: lanes)
  }

  /// Tiles of one height, one below the other.
  @inline(__always)
  private static func tiles(_ tile: Tile, height: Int, count: Int, vectors: Int, lanes: Int) {
    switch height {
    case 1: Rows<1>.run(tile, count, vectors, lanes)
    case 2: Rows<2>.run(tile, count, vectors, lanes)
    case 3: Rows<3>.run(tile, count, vectors, lanes)
    case 4: Rows<4>.run(tile, count, vectors, lanes)
    case 5: Rows<5>.run(tile, count, vectors, lanes)
    case 6: Rows<6>.run(tile, count, vectors, lanes)
    case 7: Rows<7>.run(tile, count, vectors, lanes)
    default: Rows<8>.run(tile, count, vectors, lanes)
    }
  }

  /// Where one tile reads and writes. `start` is nil for chains that begin at zero, `addend` where nothing is added.
  private struct Tile {
    var a: UnsafePointer<Float>
    var aRow: Int
    var aColumn: Int
    var b: UnsafePointer<Float>
    var bRow: Int
    var c: UnsafeMutablePointer<Float>
    var cRow: Int
    var start: UnsafePointer<Float>?
    var startRow: Int
    var addend: UnsafePointer<Float>?
    var depth: Int

    /// What stays the same from tile to tile, as values of their own: read from the tile, they would be loaded anew in the
    /// innermost loop. There products wrap (`&*`): their checks would take as long as the arithmetic.
    var steps: (aRow: Int, aColumn: Int, bRow: Int, cRow: Int, start: Int, depth: Int) {
      (aRow, aColumn, bRow, cRow, startRow, depth)
    }

    mutating func moveRight(_ columns: Int) {
      b += columns
      c += columns
      start = start.map { $0 + columns }
      addend = addend.map { $0 + columns }
    }

    @inline(__always)
    mutating func moveDown(_ rows: Int) {
      a += rows * aRow
      c += rows * cRow
      start = start.map { $0 + rows * startRow }
      addend = addend.map { $0 + rows * cRow }
    }
  }

  /// The innermost loops, for a number of rows known when compiling so that all accumulators stay in registers.
  private enum Rows<let count: Int> {
    @inline(__always)
    static func run(_ tile: Tile, _ tiles: Int, _ vectors: Int, _ lanes: Int) {
      if vectors == 2 {
        wide(tile, tiles)
      } else if lanes == 16 {
        narrow(tile, tiles)
      } else {
        partial(tile, tiles, Int32(lanes))
      }
    }

    /// Of the rows of a.
    @inline(__always)
    private static func offsets(_ stride: Int) -> InlineArray<count, Int> {
      var offsets = InlineArray<count, Int>(repeating: 0)
      for r in 1..<count { offsets[r] = csimd_opaque(r &* stride) }
      return offsets
    }

    /// `count` rows of 32 columns, so many times.
    @inline(never)
    static func wide(_ tile: Tile, _ tiles: Int) {
      var tile = tile
      let steps = tile.steps
      let rows = offsets(steps.aRow)
      for _ in 0..<tiles {
        var left = InlineArray<count, Lanes>(repeating: csimd_broadcast(0))
        var right = InlineArray<count, Lanes>(repeating: csimd_broadcast(0))
        if let start = tile.start {
          for r in 0..<count {
            left[r] = csimd_load(start + r &* steps.start)
            right[r] = csimd_load(start + (r &* steps.start &+ 16))
          }
        }
        var (a, b) = (tile.a, tile.b)
        for _ in 0..<steps.depth {
          let b0 = csimd_load(b)
          let b1 = csimd_load(b + 16)
          for r in 0..<count {
            let ar = csimd_broadcast(a[rows[r]])
            left[r] = csimd_fma(ar, b0, left[r])
            right[r] = csimd_fma(ar, b1, right[r])
          }
          a += steps.aColumn
          b += steps.bRow
        }
        if let addend = tile.addend {
          for r in 0..<count {
            left[r] += csimd_load(addend + r &* steps.cRow)
            right[r] += csimd_load(addend + (r &* steps.cRow &+ 16))
          }
        }
        for r in 0..<count {
          csimd_store(tile.c + r &* steps.cRow, left[r])
          csimd_store(tile.c + (r &* steps.cRow &+ 16), right[r])
        }
        tile.moveDown(count)
      }
    }

    /// `count` rows of 16 columns, so many times.
    @inline(never)
    static func narrow(_ tile: Tile, _ tiles: Int) {
      vector(tile, tiles, { csimd_load($0) }, { csimd_store($0, $1) })
    }

    /// `count` rows of fewer than 16 columns, so many times.
    @inline(never)
    static func partial(_ tile: Tile, _ tiles: Int, _ lanes: Int32) {
      vector(tile, tiles, { csimd_load_first($0, lanes) }, { csimd_store_first($0, lanes, $1) })
    }

    /// One vector a row. Each product then loads an element of a, and finds it fast only where its place is a register and
    /// a constant: so a is read in one of two ways, whichever of its strides is 1.
    @inline(__always)
    private static func vector(
      _ tile: Tile, _ tiles: Int, _ load: (UnsafePointer<Float>) -> Lanes,
      _ store: (UnsafeMutablePointer<Float>, Lanes) -> Void
    ) {
      var tile = tile
      let steps = tile.steps
      for _ in 0..<tiles {
        var sums = InlineArray<count, Lanes>(repeating: csimd_broadcast(0))
        if let start = tile.start {
          for r in 0..<count { sums[r] = load(start + r &* steps.start) }
        }
        var b = tile.b
        if steps.aRow == 1 {
          var a = tile.a
          for _ in 0..<steps.depth {
            let b0 = load(b)
            for r in 0..<count { sums[r] = csimd_fma(csimd_broadcast(a[r]), b0, sums[r]) }
            a += steps.aColumn
            b += steps.bRow
          }
        } else {
          var rows = InlineArray<count, UnsafePointer<Float>>(repeating: tile.a)
          for r in 1..<count { rows[r] = csimd_opaque_place(tile.a + r &* steps.aRow) }
          for _ in 0..<steps.depth / 4 {
            for k in 0..<4 {
              let b0 = load(b)
              for r in 0..<count { sums[r] = csimd_fma(csimd_broadcast(rows[r][k]), b0, sums[r]) }
              b += steps.bRow
            }
            for r in 0..<count { rows[r] += 4 }
          }
          for k in 0..<steps.depth % 4 {
            let b0 = load(b)
            for r in 0..<count { sums[r] = csimd_fma(csimd_broadcast(rows[r][k]), b0, sums[r]) }
            b += steps.bRow
          }
        }
        if let addend = tile.addend {
          for r in 0..<count { sums[r] += load(addend + r &* steps.cRow) }
        }
        for r in 0..<count { store(tile.c + r &* steps.cRow, sums[r]) }
        tile.moveDown(count)
      }
    }
  }
}
