extension Batch {
  func withPlaces(
    _ body: (_ starts: UnsafePointer<Int32>, _ firstPlaces: UnsafePointer<Int32>) -> Void
  ) {
    starts.withUnsafeBufferPointer { starts in
      firstPlaces.withUnsafeBufferPointer { body(starts.baseAddress!, $0.baseAddress!) }
    }
  }

  func withSequences(
    _ body: (
      _ starts: UnsafePointer<Int32>, _ keyMask: UnsafePointer<UInt8>?, _ prefixes: UnsafePointer<Int32>
    ) -> Void
  ) {
    starts.withUnsafeBufferPointer { starts in
      keyMask.withUnsafeBufferPointer { keyMask in
        prefixes.withUnsafeBufferPointer { prefixes in
          body(starts.baseAddress!, keyMask.isEmpty ? nil : keyMask.baseAddress, prefixes.baseAddress!)
        }
      }
    }
  }

  func withLinks(_ body: (Kernel.Links) -> Void) {
    linkStarts.withUnsafeBufferPointer { starts in
      linkEnds.withUnsafeBufferPointer { ends in
        linkKinds.withUnsafeBufferPointer { kinds in
          // Without any link the two have no address, and nothing is read through it.
          body(
            Kernel.Links(
              starts: starts.baseAddress!, ends: ends.baseAddress ?? starts.baseAddress!,
              kinds: kinds.baseAddress ?? starts.baseAddress!))
        }
      }
    }
  }
}
