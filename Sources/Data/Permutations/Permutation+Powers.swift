extension Permutation {
  /// This one first, then `next`: x goes to `next[self[x]]`.
  package func followed(by next: Permutation) -> Permutation {
    precondition(
      next.count == count, "Permutations of \(count) and of \(next.count) numbers do not follow one another.")
    return Permutation(unchecked: images.map { next.images[Int($0)] })
  }

  package var inverse: Permutation {
    var inverse = images
    for (x, image) in images.enumerated() { inverse[Int(image)] = UInt8(x) }
    return Permutation(unchecked: inverse)
  }

  /// This one `exponent` times; a negative exponent is a power of the inverse. The time does not depend on the
  /// exponent.
  package func power(_ exponent: Int) -> Permutation {
    var power = images
    for cycle in cycles {
      let step = remainder(of: exponent, by: cycle.count)
      for (place, x) in cycle.enumerated() { power[x] = UInt8(cycle[(place + step) % cycle.count]) }
    }
    return Permutation(unchecked: power)
  }

  /// Where x goes under the `exponent`-th power, in at most 2 `count` steps.
  package func image(of x: Int, power exponent: Int) -> Int {
    precondition(images.indices.contains(x), "\(x) is not one of 0..<\(count).")
    guard exponent >= 0 else { return image(of: x, power: remainder(of: exponent, by: cycleLength(of: x))) }
    return images.withUnsafeBufferPointer { images in
      let start = UInt8(x)
      var last = start
      var taken = 0
      var left = exponent
      while left > 0 {
        last = images[Int(last)]
        taken += 1
        left -= 1
        // Once round: whole rounds change nothing.
        if last == start { left %= taken }
      }
      return Int(last)
    }
  }

  /// The smallest power in `0..<order` that this power is: what is asked really, however large the exponent looks.
  package func effectivePower(_ exponent: Int) -> Int { remainder(of: exponent, by: order) }
}

/// In `0..<divisor`, of negative numbers too.
private func remainder(of number: Int, by divisor: Int) -> Int {
  let remainder = number % divisor
  return remainder < 0 ? remainder + divisor : remainder
}
