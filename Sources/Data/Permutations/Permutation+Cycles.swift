extension Permutation {
  /// Each begins with its smallest number, and they come in the order of these.
  package var cycles: [[Int]] {
    var cycles: [[Int]] = []
    var seen: UInt64 = 0
    for start in 0..<count where seen >> UInt64(start) & 1 == 0 {
      var cycle = [start]
      var next = self[start]
      while next != start {
        cycle.append(next)
        next = self[next]
      }
      for x in cycle { seen |= 1 << UInt64(x) }
      cycles.append(cycle)
    }
    return cycles
  }

  /// The smallest positive power that is the identity. At most 2,042,040 for 64 numbers.
  package var order: Int {
    images.withUnsafeBufferPointer { images in
      var order = 1
      var seen: UInt64 = 0
      for start in 0..<images.count where seen >> UInt64(start) & 1 == 0 {
        var length = 0
        var next = start
        repeat {
          seen |= 1 << UInt64(next)
          next = Int(images[next])
          length += 1
        } while next != start
        order = leastCommonMultiple(order, length)
      }
      return order
    }
  }

  /// The length of the cycle that x lies on.
  package func cycleLength(of x: Int) -> Int {
    precondition(images.indices.contains(x), "\(x) is not one of 0..<\(count).")
    var (length, next) = (1, self[x])
    while next != x { (length, next) = (length + 1, self[next]) }
    return length
  }

  /// The lengths of its cycles. Two permutations have the same exactly if one becomes the other by renaming numbers.
  package var cycleType: CycleType { CycleType(cycles.map(\.count)) }
}
